import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connected, connect } from '../kit/connect.ts'
import { type Served, serve, staff } from '../kit/server.ts'
import { around, fixesAt, middle, team } from '../kit/team.ts'

let server: Served
let desk: Connected
const open: { close(): void }[] = []
const grant = (role: 'duty-officer' | 'police-reviewer' | 'event-coordinator') => [
  { role, regions: ['almaty'], operations: [] },
]

async function join(role: Parameters<typeof grant>[0], police = true) {
  const connection = await connect(server.address, await staff(server, grant(role), police))
  open.push(connection)
  return connection
}

beforeAll(async () => {
  server = await serve()
  desk = await join('duty-officer')
})
afterAll(async () => {
  for (const connection of open) connection.close()
  await server.stop()
})

async function sent(size = 1) {
  const made = await team(server, desk, size)
  open.push(made)
  const answer = await desk.give('SendTask', made.order)
  expect(answer).toMatchObject({ ok: true })
  return { ...made, task: (answer as { result: { task: string } }).result.task }
}

test('FLOW-5 who leaves the perimeter is an alarm on the desk by three fixes, with the metres, and none when back inside', async () => {
  const { people, phones, reach, task } = await sent()
  await reach(task, 'on-scene')
  const [phone] = phones as [Connected]
  const [person] = people as [(typeof people)[0]]
  const north = around[2]?.lat as number
  const beyond = (degrees: number) => ({ lat: north + degrees, lng: middle.lng })
  const alarm = () =>
    [...desk.board.alarm.values()].find(
      ({ kind, subject }) => kind === 'perimeter-left' && subject.id === person.id,
    )
  const told = await phone.ask('fixes', fixesAt([-0.0005, 0.0004, 0.0006].map(beyond), 40_000))
  expect(told).toMatchObject({ accepted: 3 })
  expect(server.app.live.board.alarm.size, 'two fixes are none').toBe(0)
  expect(await phone.ask('fixes', fixesAt([beyond(0.001)], 20_000))).toMatchObject({ accepted: 1 })
  const raised = await desk.until('the alarm', alarm)
  expect(raised).toMatchObject({ task, resolved: null, owner: null, params: { metres: 111 } })
  expect(await desk.give('OwnAlarm', { alarm: raised.id })).toMatchObject({ ok: true })

  expect(await phone.ask('fixes', fixesAt([beyond(-0.0002)]))).toMatchObject({ accepted: 1 })
  const over = await desk.until('the end of the alarm', () => alarm()?.resolved)
  expect(over.account).toBeNull()
  expect(server.app.live.board.alarm.size).toBe(1)
})

test('FLOW-6 on whom prosecution begins (T2) while at work is within a second out of the task, off shift and cut off, the desk alarmed, the unit told', async () => {
  const { people, phones, unitPhone, unit, reach, task } = await sent(2)
  await reach(task, 'on-scene')
  const [person, other] = people as [(typeof people)[0], (typeof people)[0]]
  const [phone] = phones as [Connected]
  const tracker = await server.app.enrolment.addTracker({ kind: 'assistant', id: person.id })
  const report = () =>
    fetch(
      `${server.address}/ingest/osmand?id=${tracker?.token}&lat=43.24&lon=76.905&timestamp=${Date.now()}`,
    ).then(({ status }) => status)
  expect(await report()).toBe(200)
  const reviewer = await join('police-reviewer')
  const began = performance.now()
  const end = reviewer.give('SuspendAssistant', { assistant: person.id, reason: 'T2' })
  const link = () => desk.board.task.get(task)?.members.find(({ assistant }) => assistant === person.id)
  await desk.until('to be out of the task', () => link()?.step === 'stood-down', 1000)
  const alarm = await desk.until(
    'the alarm',
    () => [...desk.board.alarm.values()].find(({ subject }) => subject.id === person.id),
    1000,
  )
  expect(alarm).toMatchObject({ kind: 'gate-lost', task, params: { rule: 'D1' }, resolved: null })
  await desk.until('the end of the shift', () => desk.board.assistant.get(person.id)?.shift?.closedAt, 1000)
  const told = await unitPhone.until(
    'the message',
    () => [...unitPhone.board.message.values()].find(({ kind }) => kind === 'member-out'),
    1000,
  )
  expect(told).toMatchObject({ about: { assistant: person.id }, receipts: [{ who: { id: unit.id } }] })
  await phone.until('to be cut off', () => phone.closing.includes('device-revoked'), 1000)
  expect(await report()).toBe(401)
  expect(performance.now() - began).toBeLessThan(1000)
  expect(await end).toMatchObject({ ok: true })

  await expect(connect(server.address, person)).rejects.toThrow('unauthenticated')
  const left = desk.board.task.get(task)?.members.find(({ assistant }) => assistant === other.id)
  expect(left?.step).toBe('on-scene')
})

test('FLOW-7 what a coordinator sends is a request: approved by police it is the order and the offers run', async () => {
  const coordinator = await join('event-coordinator', false)
  const { order, unit, people, phones, unitPhone, reach, close } = await team(server, desk, 2)
  open.push({ close })
  await coordinator.until('the place', () => coordinator.board.place.get(order.place))
  const answer = await coordinator.give('SendTask', order)
  expect(answer).toMatchObject({ ok: true })
  const { task } = (answer as { result: { task: string } }).result
  const requested = await desk.until('the request', () => desk.board.task.get(task))
  expect(requested.orders).toEqual([])
  await unitPhone.until('the request on the leading unit', () => unitPhone.board.task.get(task))
  const party = { assistant: people[0]?.id ?? '' }
  expect(await phones[0]?.give('AnswerOffer', { task, party, answer: 'accept' })).toMatchObject({ ok: false })
  expect(await coordinator.give('ApproveTask', { task })).toMatchObject({ ok: false })
  expect(server.app.live.board.task.get(task)?.orders).toEqual([])

  const approvedAt = Date.now()
  expect(await desk.give('ApproveTask', { task })).toMatchObject({ ok: true, result: { task } })
  for (const phone of phones) {
    const offered = await phone.until('the offer', () => {
      const now = phone.board.task.get(task)
      return now?.orders.length === 1 && now.members[0]
    })
    expect(offered.step).toBe('offered')
    expect(offered.offer.expiresAt).toBeGreaterThanOrEqual(approvedAt + 90_000)
  }
  await reach(task, 'accepted')
  const seen = await coordinator.until('everybody accepted', () => {
    const now = coordinator.board.task.get(task)
    return now?.members.every(({ step }) => step === 'accepted') && now.unitLink.step === 'accepted' && now
  })
  expect(seen.orders).toMatchObject([{ version: 1, leader: unit.id, by: expect.any(String) }])
  expect(seen.orders[0]?.by).toBe((desk.welcome.me as { account: string }).account)
})

test('FLOW-8 a request that police refuse is told to who asked, and everybody in it is free', async () => {
  const coordinator = await join('event-coordinator', false)
  const { order, unit, people, close } = await team(server, desk, 1)
  open.push({ close })
  await coordinator.until('the place', () => coordinator.board.place.get(order.place))
  const answer = await coordinator.give('SendTask', order)
  const { task } = (answer as { result: { task: string } }).result
  await desk.until('the request', () => desk.board.task.get(task))
  expect(await desk.give('SendTask', order)).toMatchObject({ ok: false, code: 'place.has-task' })
  expect(await desk.give('RefuseTask', { task })).toMatchObject({ ok: true })
  await coordinator.until('to be told', () => coordinator.board.task.get(task)?.endedAt)
  const told = coordinator.envelopes.flatMap(({ events }) => events).map(({ type }) => type)
  expect(told).toContain('TaskRequestRefused')
  const { board } = server.app.live
  expect([board.unit.get(unit.id)?.task, board.assistant.get(people[0]?.id ?? '')?.task]).toEqual([
    null,
    null,
  ])
  expect(await desk.give('SendTask', order)).toMatchObject({ ok: true })
})
