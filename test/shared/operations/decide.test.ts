import { describe, expect, test } from 'vitest'
import { operationDeciders } from '../../../shared/operations/decide.ts'
import { HOUR } from '../../../shared/shifts/types.ts'
import {
  centre,
  opened,
  order,
  people,
  perimeter,
  planned,
  reached,
  requested,
  sent,
  units,
  window,
} from '../../kit/dispatch-past.ts'
import { factsOf, given, noon } from '../../kit/given-when-then.ts'

const { OpenOperation, ChangeOperation, CloseOperation, AddNote } = operationDeciders
const post = {
  kind: 'post',
  letter: 'А',
  name: 'Gate',
  meeting: { at: centre, time: null },
  ring: null,
  slots: [{}],
  minimum: 1,
  poa: null,
} as const
const body = {
  kind: 'event-security',
  title: 'Match',
  region: 'almaty',
  window,
  perimeter,
} as const
const open = { ...body, window, perimeter: [...perimeter] }
const places = [{ ...post, slots: [{}] }]
const coordinator = { by: { kind: 'staff', id: 'coordinator' }, police: false } as const

describe('opening an operation', () => {
  test('OP-1 gives it the next number, with its places, its briefing sealed and its incident joined', () => {
    const incident = {
      type: 'IncidentReported',
      keys: ['incident:i' as const],
      data: {
        incident: 'i',
        number: 1,
        kind: 'other',
        region: 'almaty',
        at: centre,
        place: 'x',
        words: null,
      },
    }
    const scenario = given(incident).when(OpenOperation, {
      ...open,
      briefing: 'Stay together.',
      places,
      incident: 'i',
    })
    expect(scenario.decision).toEqual({
      facts: [
        {
          type: 'OperationOpened',
          keys: ['operation:new-1', 'store:numbers'],
          data: {
            operation: 'new-1',
            number: 1001,
            ...body,
            briefing: { text: 'new-3', digest: 'digest:new-3' },
            reliefMinutes: null,
            autoRefill: false,
          },
        },
        {
          type: 'PlacePlanned',
          keys: ['place:new-2', 'operation:new-1'],
          data: { place: { id: 'new-2', operation: 'new-1', ...post } },
        },
        { type: 'IncidentJoined', keys: ['incident:i'], data: { incident: 'i', operation: 'new-1' } },
      ],
      secrets: [{ of: 'new-3', fields: { text: 'Stay together.' } }],
      result: { operation: 'new-1', number: 1001 },
    })
    scenario
      .when(OpenOperation, { ...open, incident: 'i' })
      .then({ code: 'incident.joined' })
      .when(OpenOperation, open)
      .then([expect.objectContaining({ data: expect.objectContaining({ number: 1002 }) })])
  })

  test.each([
    ['OP-2 a window that ends before it begins', { window: { from: noon, to: noon } }, 'window.backwards'],
    ['OP-2 a window over 24 h', { window: { from: noon, to: noon + 24 * HOUR + 1 } }, 'window.too-long'],
    ['OP-2 a window in the past', { window: { from: noon - HOUR, to: noon } }, 'window.over'],
    ['OP-3 a perimeter that crosses itself', { perimeter: bowtie() }, 'ring.self-crossing'],
    ['OP-1 an unknown incident', { incident: 'x' }, 'incident.unknown'],
  ])('%s is refused', (_, change, code) => {
    given()
      .when(OpenOperation, { ...open, ...change })
      .then({ code })
  })

  test('OP-3 a perimeter is kept open, without the repeated first point', () => {
    const { board } = given().when(OpenOperation, {
      ...open,
      perimeter: [...perimeter, perimeter[0] ?? centre],
    })
    expect(board.operation.get('new-1')?.perimeter).toEqual(perimeter)
  })
})

describe('changing an operation', () => {
  const later = { from: noon, to: noon + 3 * HOUR }
  const running = [
    opened('op'),
    planned('post', 'op'),
    planned('gate', 'op'),
    ...units('u1', 'u2'),
    ...people('a1', 'a2'),
    sent('t', { members: ['a1'] }),
    requested('t2', { place: 'gate', unit: 'u2', members: ['a2'], number: 2 }),
  ]

  test('OP-5 window, perimeter or briefing: a new version of every running order in the same decision', () => {
    given(...running)
      .when(ChangeOperation, { operation: 'op', window: later, title: 'Match' })
      .then([
        { type: 'OperationChanged', keys: ['operation:op'], data: { operation: 'op', window: later } },
        {
          type: 'OrderChanged',
          keys: ['task:t'],
          data: { task: 't', order: order('u1', { version: 2, window: later }) },
        },
      ])
      .when(ChangeOperation, { operation: 'op', window: later })
      .then([])
  })

  test('OP-5 the briefing is sealed, and the newest version wins when the unit was replaced before', () => {
    const { board, decision } = given(...running, {
      type: 'OrderChanged',
      keys: ['task:t'],
      data: { task: 't', order: order('u1', { version: 5 }) },
    }).when(ChangeOperation, { operation: 'op', briefing: 'New.' })
    expect(decision).toMatchObject({ secrets: [{ of: 'new-1', fields: { text: 'New.' } }] })
    expect(board.task.get('t')?.orders.at(-1)).toMatchObject({ version: 6, briefing: { text: 'new-1' } })
  })

  test('OP-5 the title and the rest change no order', () => {
    given(...running)
      .when(
        ChangeOperation,
        { operation: 'op', title: 'Cup', reliefMinutes: 60, autoRefill: true },
        coordinator,
      )
      .thenTypes('OperationChanged')
  })

  test('OP-6 an order that is out is changed by police only (D4); without one anybody of the desk may', () => {
    given(...running)
      .when(ChangeOperation, { operation: 'op', window: later }, coordinator)
      .then({ code: 'gate.NO_POLICE_ORDER', rule: 'D4' })
    given(opened('op'))
      .when(ChangeOperation, { operation: 'op', window: later }, coordinator)
      .thenTypes('OperationChanged')
  })

  test('OP-4 not to a perimeter that leaves a meeting point outside, nor a bad window', () => {
    const away = perimeter.map(({ lat, lng }) => ({ lat: lat + 1, lng }))
    given(...running)
      .when(ChangeOperation, { operation: 'op', perimeter: away })
      .then({ code: 'place.outside-perimeter', params: { letter: 'POST' } })
      .when(ChangeOperation, { operation: 'op', window: { from: noon - HOUR, to: noon } })
      .then({ code: 'window.over' })
      .when(ChangeOperation, { operation: 'x', title: 'Cup' })
      .then({ code: 'operation.unknown' })
  })
})

describe('closing an operation', () => {
  const running = [
    opened('op'),
    planned('post', 'op'),
    planned('gate', 'op'),
    planned('yard', 'op'),
    ...units('u1', 'u2', 'u3'),
    ...people('a1', 'a2', 'a3'),
    sent('t', { members: ['a1'] }),
    ...reached('t', 'on-scene', { unit: 'u1' }, { assistant: 'a1' }),
    sent('t2', { place: 'gate', unit: 'u2', members: ['a2'], number: 2 }),
    requested('t3', { place: 'yard', unit: 'u3', members: ['a3'], number: 3 }),
  ]

  test.each([
    ['done', ['complete', 'recalled']],
    ['located', ['complete', 'recalled']],
    ['aborted', ['recalled', 'recalled']],
  ] as const)('OP-7 %s: its tasks end, requests are refused, everybody is free', (outcome, ends) => {
    const { board, decision } = given(...running).when(CloseOperation, { operation: 'op', outcome })
    const facts = factsOf(decision)
    const ended = facts
      .filter(({ type }) => type === 'TaskEnded')
      .map(({ data }) => (data as { outcome: string }).outcome)
    expect(ended).toEqual(ends)
    expect(facts.filter(({ type }) => type === 'TaskRequestRefused')).toHaveLength(1)
    expect([...board.assistant.values(), ...board.unit.values()].every(({ task }) => task === null)).toBe(
      true,
    )
    expect(board.operation.get('op')?.closedAt).toBe(noon)
    given(board).when(CloseOperation, { operation: 'op', outcome }).then([])
  })

  test('OP-7 a closed operation changes no more', () => {
    given(opened('op'))
      .when(CloseOperation, { operation: 'op', outcome: 'done' })
      .when(ChangeOperation, { operation: 'op', title: 'Cup' })
      .then({ code: 'operation.closed' })
      .when(operationDeciders.PlanPlace, { operation: 'op', ...post, slots: [] })
      .then({ code: 'operation.closed' })
  })
})

test('OP-10 a note carries its text in the vault and the region of its operation', () => {
  given(opened('op'))
    .when(AddNote, { operation: 'op', note: 'Crowd at gate 3.' })
    .then([
      {
        type: 'NoteAdded',
        keys: ['note:new-1'],
        data: {
          note: 'new-1',
          operation: 'op',
          region: 'almaty',
          body: { text: 'new-2', digest: 'digest:new-2' },
        },
      },
    ])
    .when(AddNote, { operation: null, note: 'Quiet.' })
    .then({ code: 'note.no-region' })
    .when(AddNote, { operation: 'x', note: 'Quiet.' })
    .then({ code: 'operation.unknown' })
})

function bowtie() {
  const [a, b, c, d] = perimeter as [typeof centre, typeof centre, typeof centre, typeof centre]
  return [a, c, b, d]
}
