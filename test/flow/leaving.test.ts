import { afterAll, beforeAll, expect, test } from 'vitest'
import { suspendingEndings } from '../../shared/law/endings/all.ts'
import { type EndingId, endingIds } from '../../shared/law/endings/rule.ts'
import { makeLiveTable } from '../../shared/positions/live-table.ts'
import { decodeFrame } from '../../shared/wire/decode-frame.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { type Served, serve, staff } from '../kit/server.ts'
import { fixesAt, middle, team } from '../kit/team.ts'

let server: Served
let desk: Connected
let reviewer: Connected
const open: { close(): void }[] = []

beforeAll(async () => {
  server = await serve()
  const join = async (role: 'duty-officer' | 'police-reviewer') =>
    connect(server.address, await staff(server, [{ role, regions: ['almaty'], operations: [] }]))
  desk = await join('duty-officer')
  reviewer = await join('police-reviewer')
  open.push(desk, reviewer)
  await desk.ask('view', { south: 43, west: 76, north: 44, east: 78, zoom: 14 })
})
afterAll(async () => {
  for (const connection of open) connection.close()
  await server.stop()
})

function isShown(id: string): boolean {
  const table = makeLiveTable()
  for (const bytes of desk.frames) decodeFrame(bytes, table)
  return (table.at[desk.board.assistant.get(id)?.no ?? -1] ?? 0) > 0
}

function trigger(assistant: string, reason: EndingId) {
  const suspends = suspendingEndings.find((one) => one === reason)
  return suspends
    ? reviewer.give('SuspendAssistant', { assistant, reason: suspends })
    : reviewer.give('EndAssistant', { assistant, reason })
}

test.each(endingIds)(
  'LAW-220 %s on patrol: within a second no token is good, the desk shows no fix and none is stored',
  async (reason) => {
    const { people, phones, unitPhone, order, reach, close } = await team(server, desk, 1)
    open.push({ close })
    const [person] = people as [(typeof people)[0]]
    const [phone] = phones as [Connected]
    const sent = await desk.give('SendTask', order)
    const { task } = (sent as { result: { task: string } }).result
    await reach(task, 'on-scene')
    const tracker = await server.app.enrolment.addTracker({ kind: 'assistant', id: person.id })
    const report = (lat: number) =>
      fetch(
        `${server.address}/ingest/osmand?id=${tracker?.token}&lat=${lat}&lon=76.905&timestamp=${Date.now()}`,
      ).then(({ status }) => status)
    expect(await phone.ask('fixes', fixesAt([middle]))).toMatchObject({ accepted: 1 })
    await desk.until('the fix', () => isShown(person.id))

    const began = performance.now()
    const ended = trigger(person.id, reason)
    await phone.until('to be cut off', () => phone.closing.includes('device-revoked'), 1000)
    expect(await report(43.241)).toBe(401)
    expect(performance.now() - began).toBeLessThan(1000)
    expect(await ended).toMatchObject({ ok: true })
    await desk.until('no fix to be shown', () => !isShown(person.id))
    await unitPhone.until('the message', () => unitPhone.board.message.size > 0)

    await expect(connect(server.address, person)).rejects.toThrow('unauthenticated')
    const { board } = server.app.live
    expect(board.assistant.get(person.id)).toMatchObject({ task: null, lapse: { reason } })
    await server.app.stores.tracks.flush()
    const track = await server.app.stores.tracks.read(person.id, 0, Date.now() + 1000)
    expect(track.map(({ lat }) => lat)).toEqual([middle.lat])
    // The record stays, and a second command leaves it as it is.
    const { seq } = board
    expect(await trigger(person.id, reason)).toMatchObject({ ok: true })
    expect(board.seq).toBe(seq)
    expect((await server.app.stores.vault.get(person.id))?.name).toBeDefined()
  },
)

test('LAW-221 the team’s phones are told that somebody has left, never why; the desk is', async () => {
  const { people, phones, unitPhone, order, reach, close } = await team(server, desk, 2)
  open.push({ close })
  const sent = await desk.give('SendTask', order)
  const { task } = (sent as { result: { task: string } }).result
  await reach(task, 'on-scene')
  const [person] = people as [(typeof people)[0]]
  const teammate = phones[1] as Connected
  expect(await trigger(person.id, 'T5')).toMatchObject({ ok: true })
  await teammate.until('the change', () =>
    teammate.envelopes.some(({ events }) => events.some(({ type }) => type === 'RegistryStatusChanged')),
  )
  await unitPhone.until('the message', () => unitPhone.board.message.size > 0)
  for (const phone of [teammate, unitPhone]) expect(JSON.stringify(phone.envelopes)).not.toContain('"T5"')
  await desk.until('the reason', () => desk.board.assistant.get(person.id)?.lapse?.reason === 'T5')
})
