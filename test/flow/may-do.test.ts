import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandType } from '../../shared/board/commands.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, patrolIn, type Served, serve, staff } from '../kit/server.ts'

let server: Served
let desk: Connected
let duty: { account: string; cookie: string }
const almaty = [{ role: 'duty-officer' as const, regions: ['almaty'], operations: [] }]

beforeAll(async () => {
  server = await serve()
  duty = await staff(server, almaty)
  desk = await connect(server.address, duty)
})

afterAll(async () => {
  desk.close()
  await server.stop()
})

test('MAY-1 an assistant cannot order, and an officer cannot act on what another region has', async () => {
  const person = await carrier(server, 'assistant')
  const phone = await connect(server.address, person)
  expect(await phone.give('OpenOperation', patrolIn('almaty'))).toMatchObject({
    ok: false,
    code: 'command.forbidden',
  })
  phone.close()
  const astana = await connect(
    server.address,
    await staff(server, [{ role: 'duty-officer', regions: ['astana'], operations: [] }]),
  )
  const opened = (await desk.give('OpenOperation', patrolIn('almaty'))) as {
    result: { operation: string }
  }
  const { operation } = opened.result
  const foreign = await astana.give('CloseOperation', { operation, outcome: 'done' })
  const unknown = await astana.give('CloseOperation', { operation: 'no-such-operation', outcome: 'done' })
  expect(foreign).toEqual(unknown)
  expect(foreign).toMatchObject({ ok: false })
  astana.close()
})

test('MAY-2 a role that is not the desk’s commands no operation: auditor, registrar, reviewer, administrator', async () => {
  const [unit, person] = [await carrier(server, 'unit'), await carrier(server, 'assistant')]
  const opened = (await desk.give('OpenOperation', patrolIn('almaty'))) as {
    result: { operation: string }
  }
  const { operation } = opened.result
  const planned = {
    ...{
      kind: 'beat',
      letter: 'A',
      name: 'Beat',
      meeting: { at: { lat: 43.23, lng: 76.89 }, time: null },
      ring: null,
    },
    ...{ slots: [{}], minimum: 0, poa: null },
  }
  expect(await desk.give('PlanPlace', { operation, ...planned } as never)).toMatchObject({ ok: true })
  for (const [kind, { id }] of [
    ['unit', unit],
    ['assistant', person],
  ] as const)
    expect(await desk.give('BookOn', { who: { kind, id } })).toMatchObject({ ok: true })
  const place = [...server.app.live.board.place.values()].find((one) => one.operation === operation)?.id
  const members = [{ assistant: person.id, slot: 0 }]
  const sent = await desk.give('SendTask', { operation, place: place ?? '', unit: unit.id, members })
  expect(sent).toMatchObject({ ok: true })
  const { task } = (sent as { result: { task: string } }).result
  const party = { assistant: person.id }
  const commands: [CommandType, object][] = [
    ['OpenOperation', patrolIn('almaty')],
    ['ChangeOperation', { operation, title: 'Mine' }],
    ['CloseOperation', { operation, outcome: 'done' }],
    ['PlanPlace', { operation, ...planned, letter: 'B' }],
    ['RemovePlace', { place }],
    ['SendTask', { operation, place, unit: unit.id, members }],
    ['ApproveTask', { task }],
    ['RefuseTask', { task }],
    ['AnswerOffer', { task, party, answer: 'accept' }],
    ['TakeStep', { task, party, to: 'en-route' }],
    ['StandDown', { task, party }],
    ['RecallTask', { task }],
    ['SendMessage', { kind: 'text', operation, task, text: 'x' }],
  ]
  for (const role of ['auditor', 'registrar', 'police-reviewer', 'administrator'] as const) {
    const connection = await connect(
      server.address,
      await staff(server, [{ role, regions: ['almaty'], operations: [] }]),
    )
    const { seq } = server.app.live.board
    for (const [type, body] of commands)
      expect(await connection.give(type, body as never), `${role} ${type}`).toMatchObject({
        ok: false,
        code: 'command.forbidden',
      })
    expect(server.app.live.board.seq).toBe(seq)
    await connection.ask('view', { south: -90, west: -180, north: 90, east: 180, zoom: 5 })
    const track = connection.read({ kind: 'track', carrier: person.id, from: 0, to: Date.now() })
    await expect(track, role).rejects.toThrow('unknown')
    connection.close()
  }
})

test('MAY-9 what the desk enters for a unit stands as said by radio, what it decides itself as its own', async () => {
  const unit = await carrier(server, 'unit')
  const person = await carrier(server, 'assistant')
  const { device } = (await server.app.enrolment.addTracker({ kind: 'assistant', id: person.id })) ?? {}
  expect(await desk.give('BookOn', { who: { kind: 'unit', id: unit.id } })).toMatchObject({ ok: true })
  expect(await desk.give('RevokeDevice', { device: device ?? '' })).toMatchObject({ ok: true })
  const newest = (await server.app.stores.log.read(0, 10_000)).slice(-2)
  expect(newest.map(({ type, by }) => [type, by])).toEqual([
    ['ShiftOpened', { kind: 'staff', id: duty.account, behalfOf: unit.id }],
    ['DeviceRevoked', { kind: 'staff', id: duty.account }],
  ])
})
