import { expect, test, vi } from 'vitest'
import { makeBoardStore } from '../../../client/store/board-store.ts'
import { makeGiver } from '../../../client/store/giver.ts'
import type { CommandEnvelope } from '../../../shared/board/commands.ts'
import type { CommandAnswer } from '../../../shared/wire/command.ts'

function giving() {
  const store = makeBoardStore()
  store.apply({ after: 0, upTo: 20, events: [], appear: [], vanish: [] })
  const posted: { envelope: CommandEnvelope; answer(answer: CommandAnswer): void }[] = []
  const giver = makeGiver(
    store,
    (envelope) => new Promise((answer) => void posted.push({ envelope, answer })),
  )
  return { store, giver, posted }
}

test('BOARD-12 is sending until its event has returned, not until it was answered', async () => {
  const { store, giver, posted } = giving()
  const given = giver.give('OwnAlarm', { alarm: 'a' }, { near: 'alarm:a' })
  expect(giver.asked('alarm:a').sending).toEqual(['OwnAlarm'])
  posted[0]?.answer({ ok: true, upTo: 21 })
  await Promise.resolve()
  expect(giver.asked('alarm:a').sending).toEqual(['OwnAlarm'])
  store.apply({ after: 20, upTo: 21, events: [], appear: [], vanish: [] })
  await given
  expect(giver.asked('alarm:a')).toEqual({ sending: [], refused: null })
})

test('BOARD-13 a refusal stays near what asked, until dismissed or asked again', async () => {
  const { giver, posted } = giving()
  let told = 0
  giver.onAsked('alarm:a', () => told++)
  const refusal = { ok: false, code: 'command.conflict' } as const
  const given = giver.give('OwnAlarm', { alarm: 'a' }, { near: 'alarm:a' })
  posted[0]?.answer(refusal)
  expect(await given).toEqual(refusal)
  expect(giver.asked('alarm:a').refused).toEqual({ type: 'OwnAlarm', refusal })
  expect(giver.asked('alarm:b').refused).toBeNull()
  giver.dismiss('alarm:a')
  expect(giver.asked('alarm:a').refused).toBeNull()
  expect(told).toBe(3)
})

test('BOARD-14 tells what the user looked at, as the board stood at the press', async () => {
  const { giver, posted } = giving()
  void giver.give('OwnAlarm', { alarm: 'a' }, { seen: ['alarm:a'] })
  void giver.give('OwnAlarm', { alarm: 'a' }, { seen: { 'alarm:a': 3 } })
  await vi.waitFor(() => expect(posted).toHaveLength(2))
  expect(posted.map(({ envelope }) => envelope.seen)).toEqual([{ 'alarm:a': 20 }, { 'alarm:a': 3 }])
  expect(posted[0]?.envelope.id).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(posted[0]?.envelope.id).not.toBe(posted[1]?.envelope.id)
})
