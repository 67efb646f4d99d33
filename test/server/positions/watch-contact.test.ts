import { expect, test } from 'vitest'
import type { Pipeline } from '../../../server/pipeline/handle-command.ts'
import { makeHotTable, show } from '../../../server/positions/hot-table.ts'
import { ownerOf } from '../../../server/positions/rendezvous.ts'
import { watchContact } from '../../../server/positions/watch-contact.ts'
import type { Body } from '../../../shared/board/commands.ts'
import { opened, people, planned, reached, sent, units } from '../../kit/dispatch-past.ts'
import { foldFact, type GivenFact, given, MINUTE, noon, officer } from '../../kit/given-when-then.ts'

const silent = noon + 3 * MINUTE
const names = ['node-a', 'node-b']

/** A unit and four people at work whose last fix is of noon; what this node gives is kept. */
function atWork() {
  const members = ['a1', 'a2', 'a3', 'a4']
  const { board } = given(
    ...units('u1'),
    ...people(...members, 'idle', 'offered'),
    opened('op'),
    planned('post', 'op', { slots: members.concat('offered').map(() => ({})) }),
    sent('task', { members: [...members, 'offered'] }),
    ...reached('task', 'on-scene', { unit: 'u1' }, ...members.map((assistant) => ({ assistant }))),
  )
  const table = makeHotTable()
  const told = (id: string, at: number) =>
    show(
      table,
      board[id === 'u1' ? 'unit' : 'assistant'].get(id)?.no ?? -1,
      {
        ...{ at, lat: 43.24, lng: 76.94, accuracy: 5 },
      },
      5,
    )
  for (const id of ['u1', ...members, 'idle', 'offered']) told(id, noon)
  const given_: { reason: string; type: string; body: Body<'RaiseAlarm'> & { alarm?: string } }[] = []
  const pipeline: Pipeline = {
    give: () => Promise.reject(new Error('nobody gives commands here')),
    async giveOwn(reason, type, body) {
      given_.push({ reason, type, body: body as never })
      return { ok: true, upTo: 0 }
    },
  }
  return {
    told,
    happens: (fact: GivenFact) => foldFact(board, fact, noon, officer),
    look(now: number, alive = ['node-a'], relayAge = 0, own = 'node-a') {
      given_.length = 0
      const nodes = { own, alive: () => alive, relayAge: () => relayAge }
      watchContact(board, table, pipeline, nodes, now, (error) => {
        throw error
      })
      return given_
    },
  }
}
const raised = (given: ReturnType<ReturnType<typeof atWork>['look']>) =>
  given.map(({ type, body }) => `${type} ${body.kind} ${body.subject?.id}`).sort()
const all = ['a1', 'a2', 'a3', 'a4', 'u1'].map((id) => `RaiseAlarm contact-lost ${id}`)

test('NODE-7 a silence of three minutes is judged by the node that owns the carrier, and by no other', () => {
  const { look } = atWork()
  expect(look(silent - 1)).toEqual([])
  expect(raised(look(silent))).toEqual(all)
  const [a, b] = names.map((own) => raised(look(silent, names, 500, own)))
  expect([...(a ?? []), ...(b ?? [])].sort()).toEqual(all)
  expect(a).toEqual(all.filter((line) => ownerOf(line.split(' ')[2] as string, names) === 'node-a'))
  const reasons = new Set(names.flatMap((own) => look(silent, [own], 0, own).map(({ reason }) => reason)))
  expect(reasons.size, 'two nodes that both think they are alone give one command').toBe(all.length)
})

test('NODE-8 a node that has not heard the others for three seconds judges nobody', () => {
  const { look } = atWork()
  const both = (relayAge: number) => names.flatMap((own) => raised(look(silent, names, relayAge, own))).sort()
  expect(both(3_000)).toEqual(all)
  expect(both(3_001)).toEqual([])
})

test('NODE-9 a lost contact is over when a fix has come, and stands until then', () => {
  const { look, told, happens } = atWork()
  happens({
    type: 'AlarmRaised',
    keys: ['alarm:lost', 'alarm-slot:contact-lost/a1'],
    data: {
      ...{ alarm: 'lost', kind: 'contact-lost', subject: { kind: 'assistant', id: 'a1' }, region: 'almaty' },
      ...{ operation: 'op', task: 'task', fix: null, params: {}, offDuty: false },
    },
  })
  expect(raised(look(silent))).toEqual(all.slice(1))
  for (const id of ['u1', 'a1', 'a2', 'a3', 'a4']) told(id, silent)
  expect(look(silent + 1000)).toMatchObject([{ type: 'ClearAlarm', body: { alarm: 'lost' } }])
})
