import type { Skill } from '../../shared/assistants/types.ts'
import type { Ring } from '../../shared/geo/lat-lng.ts'
import { key, type Millis, numbersKey, rosterKey } from '../../shared/kernel/ids.ts'
import type { OperationEvents } from '../../shared/operations/events.ts'
import { HOUR } from '../../shared/shifts/types.ts'
import type { Party } from '../../shared/tasks/events.ts'
import { carrierKey } from '../../shared/tasks/links.ts'
import type { Order, Step } from '../../shared/tasks/types.ts'
import { type GivenFact, MINUTE, noon } from './given-when-then.ts'

/** Facts of the past for what the deciders of dispatch are tested with: full keys and data, short to write. */

/** Two kilometres around the middle of Almaty. */
export const perimeter: Ring = [
  { lat: 43.23, lng: 76.93 },
  { lat: 43.23, lng: 76.955 },
  { lat: 43.25, lng: 76.955 },
  { lat: 43.25, lng: 76.93 },
]
export const centre = { lat: 43.24, lng: 76.94 }
export const window = { from: noon, to: noon + 2 * HOUR }

export const imported = (assistant: string, skills: Skill[] = []): GivenFact => ({
  type: 'AssistantImported',
  keys: [key('assistant', assistant), rosterKey],
  data: { assistant, callSign: assistant.toUpperCase(), region: 'almaty', skills },
})

export const registered = (unit: string): GivenFact => ({
  type: 'UnitRegistered',
  keys: [key('unit', unit), rosterKey],
  data: { unit, callSign: unit.toUpperCase(), region: 'almaty', mobility: 'car' },
})

export const bookedOn = (
  kind: 'assistant' | 'unit',
  id: string,
  to: Millis = noon + 4 * HOUR,
  from: Millis = noon,
): GivenFact => ({
  type: 'ShiftOpened',
  keys: [key(kind, id)],
  data: { who: { kind, id }, from, to },
  at: from,
})

/** Imported and on duty for four hours. */
export const people = (...ids: string[]): GivenFact[] =>
  ids.flatMap((id) => [imported(id), bookedOn('assistant', id)])

/** Registered and on duty for four hours. */
export const units = (...ids: string[]): GivenFact[] =>
  ids.flatMap((id) => [registered(id), bookedOn('unit', id)])

export const opened = (
  operation: string,
  more: Partial<OperationEvents['OperationOpened']> = {},
): GivenFact => ({
  type: 'OperationOpened',
  keys: [key('operation', operation), numbersKey],
  data: {
    operation,
    number: 1187,
    kind: 'event-security',
    title: 'Match',
    region: 'almaty',
    window,
    perimeter,
    briefing: null,
    reliefMinutes: null,
    autoRefill: false,
    ...more,
  },
})

type Planned = OperationEvents['PlacePlanned']['place']

/** A post with two slots. */
export const plannedPlace = (id: string, operation: string, more: Partial<Planned> = {}): Planned => ({
  id,
  operation,
  kind: 'post',
  letter: id.toUpperCase().slice(0, 4),
  name: id,
  meeting: { at: centre, time: null },
  ring: null,
  slots: [{}, {}],
  minimum: 1,
  poa: null,
  ...more,
})

export const planned = (...of: Parameters<typeof plannedPlace>): GivenFact => ({
  type: 'PlacePlanned',
  keys: [key('place', of[0]), key('operation', of[1])],
  data: { place: plannedPlace(...of) },
})

export const order = (leader: string, more: Partial<Order> = {}): Order => ({
  version: 1,
  perimeter,
  window,
  leader,
  basis: { kind: 'event-security', rule: 'D7' },
  briefing: null,
  by: 'officer',
  at: noon,
  ...more,
})

export interface PastTask {
  operation?: string
  place?: string
  unit?: string
  /** In the order of the slots. */
  members?: string[]
  reserve?: string[]
  number?: number
}

function taskFacts(task: string, past: PastTask) {
  const { operation = 'op', place = 'post', unit = 'u1', members = [], reserve = [], number = 1 } = past
  return {
    keys: [
      key('task', task),
      key('operation', operation),
      key('unit', unit),
      ...members.map((id) => key('assistant', id)),
    ],
    data: {
      task,
      operation,
      place,
      number,
      unit,
      members: members.map((assistant, slot) => ({ assistant, slot })),
      reserve,
    },
  }
}

/** Sent at noon: the offers stand for 90 s. */
export function sent(task: string, past: PastTask = {}): GivenFact {
  const { keys, data } = taskFacts(task, past)
  return {
    type: 'TaskSent',
    keys,
    data: { ...data, order: order(data.unit), expiresAt: noon + 1.5 * MINUTE },
  }
}

/** By a coordinator who is not police. */
export const requested = (task: string, past: PastTask = {}): GivenFact => ({
  type: 'TaskRequested',
  ...taskFacts(task, past),
  by: { kind: 'staff', id: 'coordinator' },
})

/** One step along the chain; `rule` for a hold. */
export const took = (task: string, party: Party, from: Step, to: Step, rule?: string): GivenFact => ({
  type: 'StepTaken',
  keys: [key('task', task), carrierKey(party)],
  data: { task, party, from, to, ...(rule ? { rule } : {}) },
})

/** The newest order was read and understood (D10). */
export const understood = (task: string, party: Party, version = 1): GivenFact => ({
  type: 'OrderSeen',
  keys: [key('task', task)],
  data: { task, party, version, state: 'understood' },
})

/** Everybody named walks the chain up to `to` and has understood the order. */
export function reached(
  task: string,
  to: 'accepted' | 'en-route' | 'on-scene',
  ...parties: Party[]
): GivenFact[] {
  const walk: Step[] = ['offered', 'accepted', 'en-route', 'on-scene']
  return parties.flatMap((party) =>
    walk
      .slice(1, walk.indexOf(to) + 1)
      .flatMap((step, i) => [
        took(task, party, walk[i] as Step, step),
        ...(step === 'accepted' ? [understood(task, party)] : []),
      ]),
  )
}

/** The register takes the status back. */
export const suspended = (assistant: string): GivenFact => ({
  type: 'RegistryStatusChanged',
  keys: [key('assistant', assistant)],
  data: { assistant, from: 'ACTIVE', to: 'SUSPENDED', reason: 'check' },
})

export const closed = (operation: string): GivenFact => ({
  type: 'OperationClosed',
  keys: [key('operation', operation)],
  data: { operation, outcome: 'done' },
})
