import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../server/ports/clock.ts'
import { makeLiveTable } from '../../shared/positions/live-table.ts'
import { decodeFrame } from '../../shared/wire/decode-frame.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { startRedis, type TestRedis } from '../kit/redis.ts'
import { type Served, serve, staff } from '../kit/server.ts'
import { fixesAt, middle, team } from '../kit/team.ts'

const grants = [{ role: 'duty-officer' as const, regions: ['almaty'], operations: [] }]
let redis: TestRedis
let nodes: [Served, Served]
const desks: Connected[] = []
/** Both servers' clocks are ahead of the machine's by so much. */
let ahead = 0

beforeAll(async () => {
  redis = await startRedis()
  const env = { REDIS_URL: redis.url, SERIK_VAULT_KEY: randomBytes(32).toString('base64') }
  const clock = { ...systemClock, now: () => systemClock.now() + ahead }
  nodes = [await serve(env, clock), await serve(env, clock)]
  for (const node of nodes) desks.push(await connect(node.address, await staff(nodes[0], grants)))
  for (const desk of desks) await desk.ask('view', { south: 43, west: 76, north: 44, east: 78, zoom: 14 })
})
afterAll(async () => {
  for (const desk of desks) desk.close()
  for (const node of nodes ?? []) await node.stop()
  await redis?.stop()
})

/** Where the desk's frames have shown the person. */
function shown(desk: Connected, id: string) {
  const table = makeLiveTable()
  for (const bytes of desk.frames) decodeFrame(bytes, table)
  const no = desk.board.assistant.get(id)?.no ?? -1
  return (table.at[no] ?? 0) > 0 ? { lat: table.lat[no] as number, lng: table.lng[no] as number } : null
}
const lost = (desk: Connected) => [...desk.board.alarm.values()].filter(({ kind }) => kind === 'contact-lost')

test('NODE-10 a fix that comes in by one node is on the other’s desk, and a contact lost is one alarm of both', async () => {
  const [desk, other] = desks as [Connected, Connected]
  const { people, phones, unitPhone, order, reach, close } = await team(nodes, desk, 2)
  const sent = await desk.give('SendTask', order)
  expect(sent).toMatchObject({ ok: true })
  const { task } = (sent as { result: { task: string } }).result
  await Promise.all(
    [...phones, unitPhone].map((phone) => phone.until('the offer', () => phone.board.task.get(task))),
  )
  await reach(task, 'on-scene')
  const points = people.map((_, n) => ({ lat: middle.lat + n / 1000, lng: middle.lng }))
  for (const [n, phone] of phones.entries())
    expect(await phone.ask('fixes', fixesAt([points[n] ?? middle]))).toMatchObject({ accepted: 1 })
  for (const each of desks)
    for (const [n, { id }] of people.entries()) {
      const at = await each.until('the position in a frame', () => shown(each, id), 5_000)
      expect(at.lat).toBeCloseTo(points[n]?.lat ?? 0, 5)
      expect(at.lng).toBeCloseTo(middle.lng, 5)
    }
  expect(lost(other)).toEqual([])

  ahead = 200_000
  for (const each of desks) await each.until('both alarms', () => lost(each).length === 2)
  // A sign of life of four seconds: each node has looked at everybody again.
  for (const each of desks) {
    const before = each.frames.length
    await each.until('more frames', () => each.frames.length >= before + 16)
  }
  expect(lost(other).map(({ subject, count }) => [subject.id, count])).toEqual(
    expect.arrayContaining(people.map(({ id }) => [id, 1])),
  )
  const log = await nodes[0].app.stores.log.read(0, 10_000)
  const raised = log.filter(({ type }) => type === 'AlarmRaised')
  expect(raised.map(({ data }) => (data as { kind: string }).kind)).toEqual(['contact-lost', 'contact-lost'])

  const [phone] = phones as [Connected]
  const back = fixesAt([points[0] ?? middle])
  const now = Date.now() + ahead
  const fixes = back.fixes.map((fix) => ({ ...fix, at: now }))
  expect(await phone.ask('fixes', { ...back, sentAt: now, fixes })).toMatchObject({ accepted: 1 })
  await other.until('the end of the first alarm', () =>
    lost(other).some(({ subject, resolved }) => subject.id === people[0]?.id && resolved),
  )
  expect(lost(other).filter(({ resolved }) => resolved === null)).toHaveLength(1)
  close()
})
