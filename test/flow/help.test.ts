import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

let server: Served
const open: Connected[] = []
const perimeter = [
  { lat: 43.2, lng: 76.85 },
  { lat: 43.2, lng: 76.95 },
  { lat: 43.28, lng: 76.95 },
]

async function join(as: Parameters<typeof connect>[1]) {
  const connection = await connect(server.address, as)
  open.push(connection)
  return connection
}
const desk = async (
  role: 'duty-officer' | 'event-coordinator' | 'registrar',
  regions: string[],
  operations: string[] = [],
) => join(await staff(server, [{ role, regions, operations }]))

beforeAll(async () => {
  server = await serve()
})

afterAll(async () => {
  for (const connection of open) connection.close()
  await server.stop()
})

/** From now on the disk takes as long as it likes: each append waits until the returned function is called. */
function slowStore(): () => void {
  const { log } = server.app.stores
  const { append } = log
  let release = () => {}
  const free = new Promise<void>((done) => {
    release = done
  })
  log.append = async (given) => {
    await free
    return append.call(log, given)
  }
  return () => {
    log.append = append
    release()
  }
}

test('SOS-1 with a store that does not answer, a call for help is within a second on every desk that hears of it, “not yet stored”; then stored once', async () => {
  const person = await carrier(server, 'assistant')
  const unit = await carrier(server, 'unit')
  const [own, city, elsewhere, registrar] = [
    await desk('duty-officer', ['almaty/bostandyq']),
    await desk('duty-officer', ['almaty']),
    await desk('duty-officer', ['astana']),
    await desk('registrar', ['almaty']),
  ]
  const opened = (await city.give('OpenOperation', {
    ...{ kind: 'event-security', title: 'Match', region: 'almaty/medeu', perimeter },
    window: { from: Date.now(), to: Date.now() + 3_600_000 },
    places: [
      {
        ...{ kind: 'post', letter: 'A', name: 'Gate', meeting: { at: perimeter[0] as never, time: null } },
        ...{ ring: null, slots: [{}], minimum: 0, poa: null },
      },
    ],
  })) as { result: { operation: string } }
  const { operation } = opened.result
  for (const who of [person, unit]) {
    const kind = who === unit ? 'unit' : 'assistant'
    expect(await city.give('BookOn', { who: { kind, id: who.id } })).toMatchObject({ ok: true })
  }
  const place = await city.until('the place', () => [...city.board.place.keys()][0])
  const members = [{ assistant: person.id, slot: 0 }]
  expect(await city.give('SendTask', { operation, place, unit: unit.id, members })).toMatchObject({
    ok: true,
  })
  const district = await desk('duty-officer', ['almaty/medeu'])
  const guest = await desk('event-coordinator', [], [operation])
  const [phone, partner] = [await join(person), await join(unit)]
  const hears = [own, city, district, guest, phone, partner]

  const storeAgain = slowStore()
  const id = randomUUID()
  const fix = { at: Date.now(), lat: 43.24, lng: 76.9, accuracy: 8 }
  const call = { pressedAt: Date.now(), fix }
  const pressed = performance.now()
  const answers = [phone.give('CallForHelp', call, { id }), phone.give('CallForHelp', call, { id })]
  for (const each of hears) await each.until('the call', () => each.received.length > 0, 1000)
  expect(performance.now() - pressed).toBeLessThan(1000)
  const alarms = hears.map(({ received }) => received[0]?.alarm)
  expect(new Set(alarms).size).toBe(1)
  expect(own.received[0]).toMatchObject({ kind: 'sos', subject: { id: person.id }, region: 'almaty/medeu' })
  for (const each of hears) expect(each.board.alarm.size).toBe(0)

  storeAgain()
  expect(await Promise.all(answers)).toMatchObject([{ ok: true }, { ok: true }])
  for (const each of hears) await each.until('the stored alarm', () => each.board.alarm.get(alarms[0] ?? ''))
  const log = await server.app.stores.log.read(0, 10_000)
  expect(log.filter(({ type }) => type === 'AlarmRaised')).toHaveLength(1)
  for (const other of [elsewhere, registrar]) expect(other.received.length + other.board.alarm.size).toBe(0)
})
