import type { Grant } from '../../shared/accounts/types.ts'
import type { OperationKind, Place } from '../../shared/operations/types.ts'
import type { Step } from '../../shared/tasks/types.ts'
import { type GivenFact, MINUTE, noon } from './given-when-then.ts'

/** Facts of the past for `given(…)`: a unit and people on duty, an operation, a task and its chain. */

const HOUR = 60 * MINUTE
export const region = 'almaty/bostandyq'
export const square = [
  { lat: 43.2, lng: 76.9 },
  { lat: 43.2, lng: 76.91 },
  { lat: 43.21, lng: 76.91 },
  { lat: 43.21, lng: 76.9 },
]

export function account(id: string, role: Grant['role'], police = true): GivenFact {
  const grants = [{ role, regions: ['almaty'], operations: [] }]
  return { type: 'AccountOpened', keys: [`account:${id}`], data: { account: id, police, grants } }
}

export function registered(id: string, in_ = region): GivenFact {
  const data = { assistant: id, callSign: `A-${id.replace(/\D/g, '') || '1'}`, region: in_, skills: [] }
  return { type: 'AssistantImported', keys: [`assistant:${id}`], data }
}

export function registeredUnit(id: string): GivenFact {
  return {
    type: 'UnitRegistered',
    keys: [`unit:${id}`],
    data: { unit: id, callSign: id, region, mobility: 'car' },
  }
}

export function onShift(kind: 'assistant' | 'unit', id: string, to = noon + 4 * HOUR): GivenFact {
  return { type: 'ShiftOpened', keys: [`${kind}:${id}`], data: { who: { kind, id }, from: noon, to } }
}

/** An operation `op` from noon to 20:00 with one place `post`. */
export function operation(kind: OperationKind = 'event-security', place: Partial<Place> = {}): GivenFact[] {
  return [
    {
      type: 'OperationOpened',
      keys: ['operation:op', 'store:numbers'],
      data: {
        operation: 'op',
        number: 1001,
        kind,
        title: 'Match',
        region: 'almaty/medeu',
        window: { from: noon, to: noon + 6 * HOUR },
        perimeter: square,
        briefing: null,
        reliefMinutes: null,
        autoRefill: false,
      },
    },
    planned('post', place),
  ]
}

export function planned(id: string, place: Partial<Place> = {}): GivenFact {
  return {
    type: 'PlacePlanned',
    keys: [`place:${id}`],
    data: {
      place: {
        id,
        operation: 'op',
        kind: 'post',
        letter: 'A',
        name: 'Gate 1',
        meeting: { at: square[0], time: null },
        ring: null,
        slots: [{}, {}, {}],
        minimum: 0,
        poa: null,
        ...place,
      },
    },
  }
}

/** A task `task` at `post`, led by `unit`; the order is out and everybody is offered. */
export function sent(
  members: string[],
  options: Partial<{ task: string; place: string; unit: string; at: number }> = {},
) {
  const { task = 'task', place = 'post', unit = 'unit', at = noon } = options
  const window = { from: noon, to: noon + 6 * HOUR }
  const order = {
    version: 1,
    perimeter: square,
    window,
    leader: unit,
    basis: { kind: 'event-security', rule: 'D7' },
  }
  const fact: GivenFact = {
    type: 'TaskSent',
    keys: [
      `task:${task}`,
      'operation:op',
      `unit:${unit}`,
      ...members.map((id) => `assistant:${id}` as const),
    ],
    data: {
      task,
      operation: 'op',
      place,
      number: 1,
      unit,
      members: members.map((assistant, slot) => ({ assistant, slot })),
      reserve: [],
      order: { ...order, briefing: null, by: 'officer', at },
      expiresAt: at + 90_000,
    },
    at,
  }
  return fact
}

export function stepped(
  party: { unit: string } | { assistant: string },
  from: Step,
  to: Step,
  options: Partial<{ task: string; at: number; rule: string }> = {},
): GivenFact {
  const { task = 'task', at = noon, rule } = options
  const carrier =
    'unit' in party ? (`unit:${party.unit}` as const) : (`assistant:${party.assistant}` as const)
  return { type: 'StepTaken', keys: [`task:${task}`, carrier], data: { task, party, from, to, rule }, at }
}

/** Offered, accepted, en route, on scene. */
function onScene(party: { unit: string } | { assistant: string }, at = noon): GivenFact[] {
  return [
    stepped(party, 'offered', 'accepted', { at }),
    stepped(party, 'accepted', 'en-route', { at }),
    stepped(party, 'en-route', 'on-scene', { at }),
  ]
}

/** Everything for a task at work: unit and people on duty, operation, order, all on scene. */
export function atWork(people: string[], place: Partial<Place> = {}): GivenFact[] {
  return [
    registeredUnit('unit'),
    onShift('unit', 'unit'),
    ...people.flatMap((id) => [registered(id), onShift('assistant', id)]),
    ...operation('event-security', place),
    sent(people),
    ...onScene({ unit: 'unit' }),
    ...people.flatMap((assistant) => onScene({ assistant })),
  ]
}
