import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { verifyFile } from '../../server/cli/verify-file.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { dayOf } from '../../shared/law/day.ts'
import { verifyExport } from '../../shared/record/verify-export.ts'
import { webProofs } from '../../shared/record/web-proofs.ts'
import { ledgerOf } from '../../shared/service-hours/ledger.ts'
import type { CommandAnswer } from '../../shared/wire/command.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'
import { virtualClock } from '../kit/virtual-clock.ts'

const HOUR = 3_600_000
const start = Date.UTC(2026, 10, 25, 4)
const clock = virtualClock(start)
const today = dayOf(start)
const grant = (role: 'registrar' | 'supervisor' | 'duty-officer', regions = ['almaty']) => [
  { role, regions, operations: [] },
]
let server: Served
let me: Awaited<ReturnType<typeof carrier>>
let unit: Awaited<ReturnType<typeof carrier>>
let task: string
const hours = (desk: Connected, from = today, to = today) =>
  desk.read({ kind: 'hours', assistant: me.id, from, to })

/** A short shift, so that no alarm of silence comes between: half a minute on the way, forty seconds on the scene. */
beforeAll(async () => {
  server = await serve({}, clock)
  me = await carrier(server, 'assistant')
  unit = await carrier(server, 'unit')
  const give = async (type: never, body: object) => {
    const answer = await server.app.pipeline.giveOwn(
      `${type} ${clock.now()} ${JSON.stringify(body)}`,
      type,
      body as never,
    )
    if (!answer.ok) throw new Error(`${type}: ${answer.code}`)
    return answer.result as Record<string, string>
  }
  const does = give as (type: string, body: object) => Promise<Record<string, string>>
  const who = { kind: 'assistant', id: me.id }
  await does('BookOn', { who })
  await does('BookOn', { who: { kind: 'unit', id: unit.id } })
  const now = clock.now()
  const { operation = '' } = await does('OpenOperation', {
    ...{ kind: 'patrol', title: 'Market', region: 'almaty/bostandyq' },
    window: { from: now, to: now + 3.5 * HOUR },
    perimeter: [
      { lat: 43.23, lng: 76.89 },
      { lat: 43.23, lng: 76.92 },
      { lat: 43.25, lng: 76.92 },
    ],
    places: [
      {
        ...{
          kind: 'beat',
          letter: 'A',
          name: 'Beat',
          meeting: { at: { lat: 43.235, lng: 76.91 }, time: null },
        },
        ...{ ring: null, slots: [{}], minimum: 0, poa: null },
      },
    ],
  })
  const place = [...server.app.live.board.place.values()].find((one) => one.operation === operation)?.id
  const officer = await staff(server, grant('duty-officer'))
  const desk = await connect(server.address, officer)
  const sent = await desk.give('SendTask', {
    ...{ operation, place: place ?? '', unit: unit.id, members: [{ assistant: me.id, slot: 0 }] },
  })
  if (!sent.ok) throw new Error(sent.code)
  task = (sent.result as { task: string }).task
  const phone = await connect(server.address, me)
  const lead = await connect(server.address, unit)
  const mine = { task, party: { assistant: me.id } }
  const leads = { task, party: { unit: unit.id } }
  const done = (answer: CommandAnswer) => expect(answer, JSON.stringify(answer)).toMatchObject({ ok: true })
  done(await lead.give('AnswerOffer', { ...leads, answer: 'accept' }))
  done(await phone.give('AnswerOffer', { ...mine, answer: 'accept' }))
  done(await phone.give('SeeOrder', { ...mine, version: 1, state: 'understood' }))
  for (const [ms, to] of [
    [0, 'en-route'],
    [30_000, 'on-scene'],
    [40_000, 'complete'],
  ] as const) {
    clock.advance(ms)
    const fix = { lat: 43.235, lng: 76.91, at: clock.now(), accuracy: 5 }
    for (const one of [phone, lead])
      await one.ask('fixes', { sentAt: clock.now(), interval: 5, fixes: [fix] })
    if (to !== 'complete') done(await lead.give('TakeStep', { ...leads, to }))
    done(await phone.give('TakeStep', { ...mine, to }))
  }
  lead.close()
  clock.advance(10_000)
  await phone.give('BookOff', { who: { kind: 'assistant', id: me.id } })
  phone.close()
  desk.close()
})
afterAll(() => server.stop())

test('HOURS-213 the desk and the phone get the same figures, and so does whoever asks when the operation has long left the board', async () => {
  const supervisor = await connect(server.address, await staff(server, grant('supervisor')))
  const registrar = await connect(server.address, await staff(server, grant('registrar')))
  const phone = await connect(server.address, me)
  const first = await hours(supervisor)
  expect(first.total).toEqual({ onDuty: 80_000, enRoute: 30_000, onScene: 40_000, tasks: 1, days: 1 })
  expect(first.kinds).toMatchObject([{ kind: 'patrol', tasks: 1 }])
  expect(await hours(phone)).toEqual(first)
  expect(await hours(registrar)).toEqual(first)
  const { operation = '' } = server.app.live.board.task.get(task) ?? {}
  const { pipeline } = server.app
  await pipeline.giveOwn('recall', 'RecallTask', { task })
  expect(await pipeline.giveOwn('close', 'CloseOperation', { operation, outcome: 'done' })).toMatchObject({
    ok: true,
  })
  clock.advance(40 * HOUR)
  await vi.waitFor(() => expect(server.app.live.board.task.has(task)).toBe(false))
  const later = await connect(server.address, me)
  expect({ ...(await hours(later)), at: 0 }).toEqual({ ...first, at: 0 })
  for (const one of [supervisor, registrar, phone, later]) one.close()
})

test('HOURS-214 a desk, somebody else’s phone and another region get nothing; a look is recorded, one’s own is none', async () => {
  const duty = await connect(server.address, await staff(server, grant('duty-officer')))
  const elsewhere = await connect(server.address, await staff(server, grant('registrar', ['astana'])))
  const other = await connect(server.address, await carrier(server, 'assistant'))
  for (const one of [duty, elsewhere, other]) {
    await expect(hours(one)).rejects.toThrow('assistant.unknown')
    one.close()
  }
  const { access } = server.app.stores
  const before = (await access.head()).seq
  const phone = await connect(server.address, me)
  await hours(phone)
  expect((await access.head()).seq).toBe(before)
  const made = await staff(server, grant('supervisor'))
  const supervisor = await connect(server.address, made)
  await hours(supervisor)
  const looks = await access.read(before, 10)
  expect(looks.map(({ by, data }) => [by.id, data])).toEqual([
    [made.account, { kind: 'hours', about: [me.id] }],
  ])
  await expect(hours(supervisor, today, '2028-01-01')).rejects.toThrow('hours.period')
  supervisor.close()
  phone.close()
})

test('HOURS-215 the signed export proves the hours without the store: its records add up to the same, and a changed one is named', async () => {
  const officer = await staff(server, grant('supervisor'))
  const take = (body: object, cookie = officer.cookie) =>
    fetch(`${server.address}/api/hours/export`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ assistant: me.id, from: today, to: today, reason: 'reward', password: officer.password },
        ...body,
      }),
    })
  expect((await take({ password: 'guess' })).status).toBe(403)
  expect((await take({ reason: '' })).status).toBe(422)
  expect((await take({ assistant: unit.id })).status).toBe(404)
  expect((await take({}, (await staff(server, grant('duty-officer'))).cookie)).status).toBe(403)
  const text = await (await take({})).text()
  const verdict = await verifyExport(text, webProofs)
  expect(verdict).toMatchObject({ ok: true, export: { header: { scope: { callSign: me.callSign } } } })
  const events = text
    .split('\n')
    .flatMap((line) => (line.includes('"body"') ? [JSON.parse(line)] : []))
    .map(({ seq, body }) => ({ seq, ...JSON.parse(body) }) as LoggedEvent)
  const proved = ledgerOf(me.id, events, { from: today, to: today, now: clock.now() })
  const desk = await connect(server.address, officer)
  expect(proved).toEqual(await hours(desk))
  desk.close()

  const folder = mkdtempSync(join(tmpdir(), 'serik-hours-'))
  writeFileSync(join(folder, 'good.jsonl'), text)
  writeFileSync(join(folder, 'bad.jsonl'), text.replace('on-scene', 'on-scenE'))
  expect(await verifyFile(join(folder, 'good.jsonl'), {})).toMatchObject({ ok: true })
  expect(await verifyFile(join(folder, 'bad.jsonl'), {})).toMatchObject({ ok: false })
  rmSync(folder, { recursive: true })
})

test('HOURS-216 a registrar’s export has the shifts and steps, and not the order with its perimeter and team', async () => {
  const registrar = await staff(server, grant('registrar'))
  const response = await fetch(`${server.address}/api/hours/export`, {
    method: 'POST',
    headers: { cookie: registrar.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ assistant: me.id, from: today, to: today, reason: 'reward', password: registrar.password },
    }),
  })
  const text = await response.text()
  expect(await verifyExport(text, webProofs)).toMatchObject({ ok: true })
  expect(text).toContain('ShiftClosed')
  expect(text).toContain('StepTaken')
  expect(text).not.toContain('perimeter')
})
