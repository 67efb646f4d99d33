import { type Skill, skills } from '../assistants/types.ts'
import type { Board } from '../board/board.ts'
import { distance } from '../geo/distance.ts'
import type { LatLng } from '../geo/lat-lng.ts'
import { type Id, type Key, key, type Millis } from '../kernel/ids.ts'
import type { Penalty } from '../matching/cost.ts'
import { isPinned } from '../matching/hand-change.ts'
import { pair } from '../matching/pairing.ts'
import type { PairedPlace } from '../matching/types.ts'
import type { Operation } from '../operations/types.ts'
import { taskAt } from '../tasks/links.ts'
import { candidatesFor, freshFix, type Located, restHours } from './candidates.ts'
import { leftOut } from './left-out.ts'
import { type OpenPlace, openPlaces, saidNo } from './open-places.ts'
import type { Proposal, ProposedMember, ProposedTeam } from './proposal.ts'

/**
 * Who should go where, for all places of the operation that lack somebody (or those of `places`). Pure and the same for
 * the same board, positions and time. `seen` names the places, their running tasks and the people proposed, not the
 * operation: each order sent moves that one, and the teams are sent one by one.
 */
export function propose(
  board: Board,
  located: Located,
  operation: Operation,
  now: Millis,
  options: { places?: Id[]; sees?(assistant: Id): boolean } = {},
): Proposal {
  const candidates = candidatesFor(board, located, operation, now, options.sees ?? (() => true))
  const open = openPlaces(board, operation, options.places)
  const places = open.map(({ place }) => place)
  const changes = [...operation.hands, ...saidNo(board, operation)]
  const { units, assistants, refused, refusedByRule } = candidates
  const pairing = pair({ places, units, assistants, changes })
  const at = new Map([...units, ...assistants].map((carrier) => [carrier.id, carrier.at]))
  const teams = pairing.places.map((paired, i) =>
    teamOf(board, operation, paired, open[i] as OpenPlace, at, now),
  )
  const sent = teams.flatMap(({ unit, members }) => [
    ...(unit ? [unit.id] : []),
    ...members.map(({ assistant }) => assistant),
  ])
  return {
    operation: operation.id,
    seen: seenOf(board, teams),
    teams,
    leftOut: leftOut(refused, places, operation),
    refusedByRule,
    considered: { units: units.length, assistants: assistants.length },
    certificate: {
      unitsGap: pairing.stages.units.certificate.gap,
      assistantsGap: pairing.stages.assistants.certificate.gap,
      bound: pairing.bound,
    },
    from: Object.fromEntries(sent.map((id) => [id, at.get(id) as LatLng])),
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

function seenOf(board: Board, teams: ProposedTeam[]): Record<Key, number> {
  const keys = teams.flatMap(({ place, unit, members }) => [
    key('place', place),
    ...tasksAt(board, place),
    ...(unit ? [key('unit', unit.id)] : []),
    ...members.map(({ assistant }) => key('assistant', assistant)),
  ])
  return Object.fromEntries(keys.map((of) => [of, board.moved.get(of) ?? 0]))
}

function tasksAt(board: Board, place: Id): Key[] {
  const task = taskAt(board, place)
  return task ? [key('task', task.id)] : []
}
