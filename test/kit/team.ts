import { expect } from 'vitest'
import type { Ring } from '../../shared/geo/lat-lng.ts'
import type { Step } from '../../shared/tasks/types.ts'
import { type Connected, connect } from './connect.ts'
import { carrier, type Served } from './server.ts'

/** A kilometre or so around where everybody of a test stands. */
export const around: Ring = [
  { lat: 43.235, lng: 76.9 },
  { lat: 43.235, lng: 76.91 },
  { lat: 43.245, lng: 76.91 },
  { lat: 43.245, lng: 76.9 },
]
export const middle = { lat: 43.24, lng: 76.905 }

/** A message of fixes as a phone sends it, 20 s apart; the last one is `ago` ms old. */
export const fixesAt = (points: { lat: number; lng: number }[], ago = 0) => ({
  sentAt: Date.now(),
  interval: 5,
  fixes: points.map((at, n) => ({
    ...at,
    at: Date.now() - ago - (points.length - 1 - n) * 20_000,
    accuracy: 5,
  })),
})

/** A unit and people with phones, all on duty, and an operation with one place for them, which `desk` opens. */
export async function team(
  servers: Served | Served[],
  desk: Pick<Connected, 'give' | 'until' | 'board'>,
  size: number,
) {
  const nodes = [servers].flat()
  const [first] = nodes as [Served]
  const unit = await carrier(first, 'unit')
  const people = await Promise.all(Array.from({ length: size }, () => carrier(first, 'assistant')))
  const phoneOf = (who: { token: string }, n: number) =>
    connect((nodes[n % nodes.length] as Served).address, who)
  const phones = await Promise.all(people.map(phoneOf))
  const unitPhone = await phoneOf(unit, 0)
  const on = [
    { phone: unitPhone, who: { kind: 'unit' as const, id: unit.id } },
    ...phones.map((phone, n) => ({ phone, who: { kind: 'assistant' as const, id: people[n]?.id ?? '' } })),
  ]
  for (const { phone, who } of on) expect(await phone.give('BookOn', { who })).toMatchObject({ ok: true })
  const now = Date.now()
  const opened = await desk.give('OpenOperation', {
    ...{ kind: 'patrol', title: 'Whole way', region: 'almaty/bostandyq', perimeter: around },
    window: { from: now - 3_600_000, to: now + 3_600_000 },
    places: [
      {
        ...{ kind: 'beat', letter: 'A', name: 'Beat', meeting: { at: middle, time: null }, ring: null },
        ...{ slots: people.map(() => ({})), minimum: 0, poa: null },
      },
    ],
  })
  expect(opened).toMatchObject({ ok: true })
  const { operation } = (opened as { result: { operation: string } }).result
  const place = await desk.until('the place', () =>
    [...desk.board.place.values()].find((place) => place.operation === operation),
  )
  const order = {
    ...{ operation, place: place.id, unit: unit.id },
    members: people.map(({ id: assistant }, slot) => ({ assistant, slot })),
  }
  return {
    ...{ unit, people, phones, unitPhone, operation, order },
    /** Everybody accepts and goes on to where `to` says. */
    async reach(task: string, to: Step & ('accepted' | 'en-route' | 'on-scene')) {
      for (const { phone, who } of on) {
        const party = who.kind === 'unit' ? { unit: who.id } : { assistant: who.id }
        const answer = { task, party, answer: 'accept' as const }
        expect(await phone.give('AnswerOffer', answer)).toMatchObject({ ok: true })
        const saw = { task, party, version: 1, state: 'understood' as const }
        expect(await phone.give('SeeOrder', saw)).toMatchObject({ ok: true })
        for (const step of ['en-route', 'on-scene'] as const) {
          if (to === 'accepted' || (to === 'en-route' && step === 'on-scene')) break
          expect(await phone.give('TakeStep', { task, party, to: step })).toMatchObject({ ok: true })
        }
      }
    },
    close() {
      for (const { phone } of on) phone.close()
    },
  }
}
