import { coversRegion } from '../auth/viewer.ts'
import type { Board } from '../board/board.ts'
import { boxOf } from '../geo/box.ts'
import type { LatLng } from '../geo/lat-lng.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import { arriveSeconds } from '../matching/cost.ts'
import type { Operation } from '../operations/types.ts'
import { onDuty } from '../shifts/types.ts'
import type { Unit } from '../units/types.ts'
import { travel } from './candidates.ts'
import type { Proposal } from './proposal.ts'

export interface WhatIf {
  /** Seconds until the last of the proposed people is there. */
  lastArrival: number
  freeUnits: { now: number; after: number }
  /** Median seconds until the nearest free unit is at a call; null when none is free or none is placed. */
  response: { now: number | null; after: number | null }
  covered: number
  places: number
  people: number
  units: number
}

/** Calls come from the nodes of a grid over the ground on which the region's units stand. */
const gridNodes = 12

/** What the region is left with if the proposal is approved as it stands. `unitAt`: the newest fix, null if unknown. */
export function whatIf(
  board: Board,
  operation: Operation,
  proposal: Proposal,
  unitAt: (unit: Id) => LatLng | null,
  now: Millis,
): WhatIf {
  const { teams } = proposal
  const sent = new Set(teams.flatMap(({ unit }) => (unit ? [unit.id] : [])))
  const region = unitsOf(board, operation.region)
  const free = region.filter((unit) => isFree(unit, now))
  const left = free.filter(({ id }) => !sent.has(id))
  const ground = region.flatMap(({ id }) => unitAt(id) ?? [])
  const members = teams.flatMap(({ members }) => members)
  const arrivals = [...members, ...teams.flatMap(({ unit }) => unit ?? [])].map(({ arrive }) => arrive)
  return {
    lastArrival: Math.max(0, ...arrivals),
    freeUnits: { now: free.length, after: left.length },
    response: { now: medianResponse(ground, free, unitAt), after: medianResponse(ground, left, unitAt) },
    covered: teams.filter((team) => isCovered(board, team)).length,
    places: teams.length,
    people: members.length,
    units: sent.size,
  }
}

/** A place is covered when a unit leads there and its minimum is met by who is there and who is proposed. */
function isCovered(board: Board, { place: id, unit, members }: Proposal['teams'][number]): boolean {
  const place = board.place.get(id)
  if (!place) return false
  let standing = 0
  let led = unit !== null
  for (const task of board.task.values()) {
    if (task.place !== id || task.endedAt !== null) continue
    led = true
    standing += task.members.filter(({ step }) => !gone.has(step)).length
  }
  return led && standing + members.length >= place.minimum
}
const gone = new Set(['complete', 'declined', 'expired', 'recalled', 'stood-down'])

const unitsOf = (board: Board, region: string): Unit[] =>
  [...board.unit.values()].filter(
    (unit) => coversRegion(region, unit.region) || coversRegion(unit.region, region),
  )

const isFree = (unit: Unit, now: Millis): boolean =>
  unit.open && unit.task === null && unit.leaving === null && onDuty(unit.shift, now)

function medianResponse(ground: LatLng[], units: Unit[], unitAt: (unit: Id) => LatLng | null): number | null {
  const placed = units.flatMap(({ id, mobility }) => {
    const at = unitAt(id)
    return at ? [{ at, speed: mobility === 'car' ? travel.drivingMps : undefined }] : []
  })
  if (placed.length === 0 || ground.length === 0) return null
  const box = boxOf(ground)
  const seconds: number[] = []
  for (let i = 0; i < gridNodes; i++)
    for (let j = 0; j < gridNodes; j++) {
      const call = {
        lat: box.south + ((box.north - box.south) * (i + 0.5)) / gridNodes,
        lng: box.west + ((box.east - box.west) * (j + 0.5)) / gridNodes,
      }
      seconds.push(Math.min(...placed.map(({ at, speed }) => arriveSeconds(at, call, speed))))
    }
  seconds.sort((a, b) => a - b)
  return seconds[Math.floor(seconds.length / 2)] ?? null
}

export interface Forecast {
  from: Millis
  /** Minutes between two values. */
  step: number
  /** Free units if nothing is sent, and if the proposal is. */
  free: number[]
  afterSending: number[]
}

/**
 * Free units of the region from now to the end of the operation's window: those whose shift lasts, plus those whose task
 * ends with its order's window. Nothing else is known of the future.
 */
export function freeUnitsForecast(
  board: Board,
  operation: Operation,
  proposal: Proposal,
  now: Millis,
): Forecast {
  const sent = new Set(proposal.teams.flatMap(({ unit }) => (unit ? [unit.id] : [])))
  const step = 15
  const from = now
  const until = operation.window.to + 30 * 60_000
  const steps = Math.min(96, Math.max(8, Math.ceil((until - from) / (step * 60_000))))
  const units = unitsOf(board, operation.region).filter(({ open }) => open)
  const freeAt = (unit: Unit, at: Millis): boolean => {
    if (!onDuty(unit.shift, at) || unit.leaving) return false
    const task = unit.task === null ? undefined : board.task.get(unit.task)
    return (
      !task || at >= (task.orders.at(-1)?.window.to ?? board.operation.get(task.operation)?.window.to ?? 0)
    )
  }
  const count = (at: Millis, without: Set<Id>) =>
    units.filter((unit) => freeAt(unit, at) && (!without.has(unit.id) || at >= operation.window.to)).length
  const at = (i: number) => from + i * step * 60_000
  const values = (without: Set<Id>) => Array.from({ length: steps }, (_, i) => count(at(i), without))
  return { from, step, free: values(new Set()), afterSending: values(sent) }
}
