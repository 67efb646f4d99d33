import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../server/ports/clock.ts'
import type { StaffRole } from '../../shared/accounts/types.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { criteria } from '../kit/force.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

const grant = (role: StaffRole, region = 'almaty') => [{ role, regions: [region], operations: [] }]
const centre = { lat: 43.24, lng: 76.905, accuracy: 6 }
let server: Served
let person: Awaited<ReturnType<typeof carrier>>
let phone: Connected
const desks: Connected[] = []
const desk = async (role: StaffRole, region?: string) => {
  const one = await connect(server.address, await staff(server, grant(role, region)))
  desks.push(one)
  return one
}
const report = randomUUID()

/** Timers of a minute run at once, so that nothing is waited for. */
const clock = {
  ...systemClock,
  after: (ms: number, run: () => void) => systemClock.after(ms > 30_000 && ms < 200_000 ? 0 : ms, run),
  now: () => systemClock.now() + ahead,
}
let ahead = 0

beforeAll(async () => {
  server = await serve({}, clock)
  person = await carrier(server, 'assistant')
  phone = await connect(server.address, { token: person.token })
  await phone.give('BookOn', { who: { kind: 'assistant', id: person.id } })
  const now = clock.now()
  for (const seconds of [-60, -20, 0, 20, 90])
    server.app.stores.tracks.append(
      person.id,
      now + seconds * 1000,
      centre.lat,
      centre.lng,
      centre.accuracy,
      Number.NaN,
    )
  await phone.give('ReportForce', { report, happenedAt: now, criteria })
  ahead = 120_000
  await phone.until('the frozen minute', () => phone.board.report.get(report)?.minute)
})
afterAll(async () => {
  for (const one of [...desks, phone]) one.close()
  await server.stop()
})

test('FORCE-209 the minute is copied from the tracks and outlives them; nothing of it stands in the log', async () => {
  const reviewer = await desk('police-reviewer')
  const before = await reviewer.read({ kind: 'minute', report })
  expect(before.carriers[0]?.points).toHaveLength(3)
  expect(await server.app.stores.tracks.forget(clock.now() + 1_000_000)).toBe(5)
  expect(await reviewer.read({ kind: 'minute', report })).toEqual(before)
  expect(JSON.stringify(await server.app.stores.log.read(0, 1_000))).not.toContain('76.905')
})

test('FORCE-210 reviewer, supervisor and auditor of the region read it, nobody else, and each look is recorded', async () => {
  for (const role of ['police-reviewer', 'supervisor', 'auditor'] as const) {
    const { seq } = await server.app.stores.access.head()
    await (await desk(role)).read({ kind: 'minute', report })
    expect((await server.app.stores.access.read(seq, 10)).map(({ data }) => data)).toEqual([
      { kind: 'minute', about: [report, person.id] },
    ])
  }
  for (const role of ['duty-officer', 'registrar', 'search-coordinator'] as const)
    await expect((await desk(role)).read({ kind: 'minute', report })).rejects.toThrow('minute-not-yours')
  await expect((await desk('auditor', 'astana')).read({ kind: 'minute', report })).rejects.toThrow()
  await expect(phone.read({ kind: 'minute', report })).rejects.toThrow('minute-not-yours')
  const copy = phone.board.report.get(report)?.minute?.id ?? ''
  expect(await (await desk('auditor')).read({ kind: 'texts', ids: [copy] })).toEqual({})
})

test('FORCE-211 a copy that was changed in the store is refused', async () => {
  const supervisor = await desk('supervisor')
  const copy = supervisor.board.report.get(report)?.minute?.id ?? ''
  const { minute = '' } = (await server.app.stores.vault.get(copy)) ?? {}
  await server.app.stores.vault.put(copy, { minute: minute.replace('43.24', '43.25') })
  await expect(supervisor.read({ kind: 'minute', report })).rejects.toThrow('minute-damaged')
  await server.app.stores.vault.put(copy, { minute })
})

test('FORCE-212 the duty officer reports by radio for an assistant, who sees it; a coordinator may not', async () => {
  const body = { happenedAt: clock.now(), criteria, assistant: person.id }
  const coordinator = await desk('search-coordinator')
  expect(await coordinator.give('ReportForce', { report: randomUUID(), ...body })).toMatchObject({
    ok: false,
  })
  const second = randomUUID()
  expect(await (await desk('duty-officer')).give('ReportForce', { report: second, ...body })).toMatchObject({
    ok: true,
  })
  const seen = await phone.until('the second report', () => phone.board.report.get(second))
  expect(seen).toMatchObject({ assistant: person.id, enteredBy: [expect.any(String)] })
})

test('FORCE-217 a phone that was loaded anew still has its own report, and nobody else’s', async () => {
  const again = await connect(server.address, { token: person.token })
  desks.push(again)
  expect(again.board.report.get(report)?.assistant).toBe(person.id)
  const other = await connect(server.address, { token: (await carrier(server, 'assistant')).token })
  desks.push(other)
  expect(other.board.report.size).toBe(0)
})
