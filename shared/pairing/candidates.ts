import type { Assistant } from '../assistants/types.ts'
import { coversRegion } from '../auth/viewer.ts'
import type { Board } from '../board/board.ts'
import { checkGates } from '../gates/all.ts'
import { isPermitted, isSameRegion } from '../gates/d09.ts'
import type { GateRefusal } from '../gates/gate.ts'
import { gateParameters } from '../gates/parameters.ts'
import { distance } from '../geo/distance.ts'
import type { LatLng } from '../geo/lat-lng.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { PairingAssistant, PairingUnit } from '../matching/types.ts'
import type { Operation } from '../operations/types.ts'
import { HOUR, onDuty } from '../shifts/types.ts'
import type { Unit } from '../units/types.ts'

/** Where a carrier is by its latest fix; null when nothing is known. */
export type Located = (kind: 'assistant' | 'unit', id: Id) => { at: LatLng; fixAt: Millis } | null

/** Our own figures: a car through a city's streets, how old a fix may be to say where somebody still is, what is near. */
export const travel = { drivingMps: 8, usableFixMs: 30 * 60_000, nearMetres: 30_000 }

/** Stands among the wishes and skills of the matching, so that an old fix costs what a missing wish costs. */
export const freshFix = 'fresh-fix'

/** Who has not worked since the log began counts as rested. */
const RESTED_HOURS = 24

export interface Refused {
  assistant: Assistant
  at: LatLng
  why: GateRefusal[]
}

/** People between two stops: about a millisecond. */
const atOnce = 400

interface Candidates {
  units: PairingUnit[]
  assistants: PairingAssistant[]
  /** With a usable fix, and a rule against them. */
  refused: Refused[]
  /** People that each rule keeps away; `no-fix` are on duty without a usable fix. */
  refusedByRule: Record<string, number>
}

/**
 * Everybody who may come by their region (D9), and whoever is near and may not, in the order of their numbers, so that
 * equal boards give equal proposals. `sees`: whom the asking desk sees; nobody else is named to it. Stops after every
 * few hundred people, so that a server with tens of thousands may do something else; who moves meanwhile is the
 * caller's to find out.
 */
export function* candidatesFor(
  board: Board,
  located: Located,
  operation: Operation,
  now: Millis,
  sees: (assistant: Id) => boolean,
): Generator<void, Candidates> {
  const found: Candidates = { units: [], assistants: [], refused: [], refusedByRule: {} }
  const usable = (kind: 'assistant' | 'unit', id: Id) => {
    const fix = located(kind, id)
    return fix && now - fix.fixAt <= travel.usableFixMs ? fix : null
  }
  const count = (rule: string) => {
    found.refusedByRule[rule] = (found.refusedByRule[rule] ?? 0) + 1
  }
  for (const unit of inScope(board.unit, operation)) {
    const fix = mayLead(unit, now) ? usable('unit', unit.id) : null
    if (!fix) continue
    const byCar = unit.mobility === 'car' ? { speedMps: travel.drivingMps } : {}
    found.units.push({ id: unit.id, at: fix.at, ...byCar })
  }
  for (const [n, assistant] of byNumber(board.assistant).entries()) {
    if (n % atOnce === atOnce - 1) yield
    if (!sees(assistant.id)) continue
    const { window } = operation
    const allowed =
      isSameRegion(assistant.region, operation.region) || isPermitted(assistant, operation.region, now)
    if (!allowed && !isNear(usable('assistant', assistant.id), operation)) continue
    const why = checkGates('proposal', { board, now, assistant, operation, window, unit: null, task: null })
    const fix = usable('assistant', assistant.id)
    for (const { rule } of why) count(rule)
    if (!fix) {
      if (why.length === 0) count('no-fix')
    } else if (why.length > 0) found.refused.push({ assistant, at: fix.at, why })
    else found.assistants.push(asCandidate(assistant, fix, now))
  }
  return found
}

function asCandidate(
  assistant: Assistant,
  fix: { at: LatLng; fixAt: Millis },
  now: Millis,
): PairingAssistant {
  const fresh = now - fix.fixAt <= gateParameters.staleMs ? [freshFix] : []
  return {
    id: assistant.id,
    at: fix.at,
    skills: [...assistant.skills, ...fresh],
    restHours: restHours(assistant, now) ?? RESTED_HOURS,
  }
}

/** Hours since the last task ended; null when there was none. */
export function restHours({ releasedAt }: Assistant, now: Millis): number | null {
  return releasedAt === null ? null : Math.max(0, now - releasedAt) / HOUR
}

const mayLead = (unit: Unit, now: Millis): boolean =>
  unit.open && unit.task === null && unit.leaving === null && onDuty(unit.shift, now)

/** A city's units may go to its districts, and a district's to what the whole city does. */
function inScope<Carrier extends { no: number; region: string }>(
  carriers: Map<Id, Carrier>,
  { region }: Operation,
): Carrier[] {
  return byNumber(carriers).filter(
    (carrier) => coversRegion(region, carrier.region) || coversRegion(carrier.region, region),
  )
}

const byNumber = <Carrier extends { no: number }>(carriers: Map<Id, Carrier>): Carrier[] =>
  [...carriers.values()].sort((a, b) => a.no - b.no)

/** Whoever is farther away is not missed in a proposal. */
const isNear = (fix: { at: LatLng } | null, { perimeter: [corner] }: Operation): boolean =>
  fix !== null && corner !== undefined && distance(fix.at, corner) <= travel.nearMetres
