import { type Skill, skills } from '../assistants/types.ts'
import type { Board } from '../board/board.ts'
import { distance } from '../geo/distance.ts'
import type { LatLng } from '../geo/lat-lng.ts'
import { type Id, type Key, key, type Millis } from '../kernel/ids.ts'
import type { Penalty } from '../matching/cost.ts'
import { isPinned } from '../matching/hand-change.ts'
import type { Remembered } from '../matching/pairing.ts'
import type { PairedPlace } from '../matching/types.ts'
import type { Operation } from '../operations/types.ts'
import { candidatesFor, freshFix, type Located, type Refused, restHours } from './candidates.ts'
import { leftOut } from './left-out.ts'
import { type OpenPlace, openPlaces, saidNo } from './open-places.ts'
import type { Proposal, ProposedMember, ProposedTeam } from './proposal.ts'
import type { Staffed, Staffing } from './solve-staffing.ts'

/** What the board says at the time of asking: what is to be solved, and what its answer is told with. */
export interface Survey {
  staffing: Staffing
  operation: Operation
  now: Millis
  /** The board's sequence when it began. */
  seq: number
  open: OpenPlace[]
  refused: Refused[]
  refusedByRule: Record<string, number>
}

/**
 * Who may go where of all places of the operation that lack somebody (or those of `places`). `before`: what the last
 * proposal for it came to, so that this one keeps whom that named wherever nobody is better. Stops as `candidatesFor` does.
 */
export function* survey(
  board: Board,
  located: Located,
  operation: Operation,
  now: Millis,
  options: { places?: Id[]; sees?(assistant: Id): boolean; before?: Remembered } = {},
): Generator<void, Survey> {
  const { seq } = board
  const sees = options.sees ?? (() => true)
  const { refused, refusedByRule, ...candidates } = yield* candidatesFor(board, located, operation, now, sees)
  const open = openPlaces(board, operation, options.places)
  return {
    staffing: {
      places: open.map(({ place }) => place),
      ...candidates,
      changes: [...operation.hands, ...saidNo(board, operation)],
      refused: refused.map(({ assistant: { id }, at }) => ({ id, at })),
      before: options.before,
    },
    ...{ operation, now, seq, open, refused, refusedByRule },
  }
}

/**
 * Tells who should go where. `seen` names the places, their running tasks and the people proposed as they stood at the
 * survey, so that what has moved since stops an order; not the operation: each order sent moves that one, and the teams
 * are sent one by one.
 */
export function proposalOf(board: Board, surveyed: Survey, staffed: Staffed): Proposal {
  const { staffing, operation, now, seq, open, refused, refusedByRule } = surveyed
  const { units, assistants } = staffing
  const sent = new Set(
    staffed.places.flatMap(({ unit, slots }) => [
      ...(unit ? [unit.unit] : []),
      ...slots.flatMap(({ assistant }) => assistant ?? []),
    ]),
  )
  const at = new Map<Id, LatLng>()
  for (const carriers of [units, assistants])
    for (const carrier of carriers) if (sent.has(carrier.id)) at.set(carrier.id, carrier.at)
  const teams = staffed.places.map((paired, i) =>
    teamOf(board, operation, paired, open[i] as OpenPlace, at, now),
  )
  return {
    operation: operation.id,
    seen: seenOf(board, seq, open, teams),
    teams,
    leftOut: leftOut(staffed.nearestRefused, refused),
    refusedByRule,
    considered: { units: units.length, assistants: assistants.length },
    certificate: {
      unitsGap: staffed.unitsGap,
      assistantsGap: staffed.assistantsGap,
      bound: staffed.bound,
    },
    from: Object.fromEntries(at),
    tookMs: 0,
  }
}

function teamOf(
  board: Board,
  { hands }: Operation,
  paired: PairedPlace,
  { place, slotOf }: OpenPlace,
  from: Map<Id, LatLng>,
  now: Millis,
): ProposedTeam {
  const metres = (id: Id) => Math.round(distance(from.get(id) as LatLng, place.at))
  const leader = paired.unit?.unit ?? place.ledBy
  const members = paired.slots.flatMap((slot, i): ProposedMember[] => {
    if (slot.assistant === null) return []
    const { assistant: id, why } = slot
    const person = board.assistant.get(id)
    return [
      {
        assistant: id,
        slot: slotOf[i] as number,
        arrive: why.arrive,
        metres: metres(id),
        restHours: person ? restHours(person, now) : null,
        skills: why.skills.filter(isSkill),
        penalties: Object.fromEntries(why.penalties.map((penalty) => [nameOf(penalty), penalty.seconds])),
        pinned: leader !== undefined && isPinned(hands, { assistant: id, unit: leader, place: place.id }),
      },
    ]
  })
  return {
    place: place.id,
    unit: paired.unit && {
      id: paired.unit.unit,
      arrive: paired.unit.why.arrive,
      metres: metres(paired.unit.unit),
      restHours: null,
      skills: [],
      penalties: {},
      pinned: isPinned(hands, { unit: paired.unit.unit, place: place.id }),
    },
    members,
    unfilled: paired.slots.flatMap((slot, i) => (slot.assistant === null ? [slotOf[i] as number] : [])),
    alternatives: {
      units: paired.nextUnits.map(({ unit, difference: extra, sentTo }) => ({ unit, extra, sentTo })),
      members: paired.nextAssistants.map(({ assistant, slot, difference: extra, sentTo }) => ({
        assistant,
        slot: slotOf[slot] as number,
        extra,
        sentTo,
      })),
    },
  }
}

const isSkill = (skill: string): skill is Skill => (skills as readonly string[]).includes(skill)

function nameOf(penalty: Penalty): string {
  if (penalty.name === 'rest') return 'little-rest'
  return penalty.skill === freshFix ? 'stale-fix' : penalty.skill
}

function seenOf(board: Board, seq: number, open: OpenPlace[], teams: ProposedTeam[]): Record<Key, number> {
  const keys = teams.flatMap(({ place, unit, members }, i) => {
    const task = open[i]?.task
    return [
      key('place', place),
      ...(task ? [key('task', task)] : []),
      ...(unit ? [key('unit', unit.id)] : []),
      ...members.map(({ assistant }) => key('assistant', assistant)),
    ]
  })
  return Object.fromEntries(keys.map((of) => [of, Math.min(board.moved.get(of) ?? 0, seq)]))
}

/** Whether one of those whom the proposal names has moved since its survey. */
export function isOvertaken(board: Board, { seen }: Proposal): boolean {
  return Object.entries(seen).some(([of, seq]) => (board.moved.get(of as Key) ?? 0) > seq)
}
