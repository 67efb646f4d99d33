import { expect, test } from 'vitest'
import type { Board } from '../../../shared/board/board.ts'
import { keptFor, prune } from '../../../shared/board/prune.ts'
import { type GivenFact, given, noon } from '../../kit/given-when-then.ts'
import { account, atWork } from '../../kit/past.ts'

const later = noon + keptFor + 1
const closed: GivenFact[] = [
  { type: 'TaskEnded', keys: ['task:task'], data: { task: 'task', outcome: 'complete' } },
  { type: 'OperationClosed', keys: ['operation:op'], data: { operation: 'op', outcome: 'done' } },
]
const message: GivenFact = {
  type: 'MessageSent',
  keys: ['message:m1'],
  data: { message: 'm1', kind: 'text', operation: 'op', task: null, body: null, to: [] },
}
const note = (id: string, operation: string | null): GivenFact => ({
  type: 'NoteAdded',
  keys: [`note:${id}`],
  data: { note: id, operation, region: 'almaty', body: { text: id, digest: '' } },
})
const alarm: GivenFact = {
  type: 'AlarmRaised',
  keys: ['alarm:x1', 'alarm-slot:sos/a1'],
  data: {
    ...{
      alarm: 'x1',
      kind: 'sos',
      subject: { kind: 'assistant', id: 'a1' },
      region: 'almaty',
      operation: 'op',
    },
    ...{ task: 'task', fix: null, params: {}, offDuty: false },
  },
}
const resolved: GivenFact = {
  type: 'AlarmResolved',
  keys: ['alarm:x1', 'alarm-slot:sos/a1'],
  data: { alarm: 'x1', account: 'officer', reason: 'helped', words: null },
}

const left = (board: Board) =>
  (['operation', 'place', 'task', 'message', 'note', 'alarm', 'incident', 'handover'] as const).flatMap(
    (kind) => [...board[kind].keys()].map((id) => `${kind}:${id}`),
  )

test('PRUNE-1 a closed operation leaves the board after a day with its places, tasks, messages and notes', () => {
  const { board } = given(...atWork(['a1']), message, note('n1', 'op'), note('n2', null), ...closed)
  expect(prune(board, noon + keptFor)).toEqual([])
  expect(prune(board, later).sort()).toEqual(
    ['message:m1', 'note:n1', 'note:n2', 'operation:op', 'place:post', 'task:task'].sort(),
  )
  expect(left(board)).toEqual([])
  expect(board.moved.has('task:task')).toBe(false)
  expect(board.assistant.size).toBe(1)
})

test('PRUNE-1 an operation that is open, or has somebody at work, stays whole', () => {
  const { board } = given(...atWork(['a1']), note('n1', 'op'), message)
  expect(prune(board, later)).toEqual([])
  const half = given(...atWork(['a1']), ...closed.slice(1))
  expect(prune(half.board, later)).toEqual([])
})

test('PRUNE-2 an ended alarm leaves after a day, an open one never', () => {
  const { board } = given(...atWork(['a1']), ...closed, alarm)
  prune(board, later)
  expect(left(board)).toEqual(['alarm:x1'])
  expect(prune(given(alarm, resolved).board, later)).toEqual(['alarm:x1'])
})

test('PRUNE-3 closed incidents and old handovers leave after a day', () => {
  const { board } = given(
    account('officer', 'duty-officer'),
    {
      type: 'IncidentReported',
      keys: ['incident:i1'],
      data: { incident: 'i1', number: 1, kind: 'fire', region: 'almaty', at: { lat: 0, lng: 0 }, place: 'x' },
    },
    { type: 'IncidentClosed', keys: ['incident:i1'], data: { incident: 'i1' } },
    {
      type: 'HandoverOffered',
      keys: ['handover:h1'],
      data: { handover: 'h1', region: 'almaty', alarms: [], tasks: [], note: null },
    },
    { type: 'HandoverSigned', keys: ['handover:h1'], data: { handover: 'h1', account: 'x', alarms: [] } },
  )
  expect(prune(board, noon + 1)).toEqual([])
  expect(prune(board, later).sort()).toEqual(['handover:h1', 'incident:i1'])
})
