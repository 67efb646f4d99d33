import type { Id } from '../kernel/ids.ts'

/**
 * What the officer changed by hand. Every id that is named must fit: `forbid {assistant, unit}` keeps the two apart,
 * `forbid {assistant}` leaves the person out altogether; `pin {assistant, place}` sends the person there or nowhere.
 */
export interface HandChange {
  kind: 'pin' | 'forbid'
  assistant?: Id
  unit?: Id
  place?: Id
}

/** One possible edge of either stage; the first stage knows no assistant. */
export interface Possible {
  assistant?: Id
  unit: Id
  place: Id
}

/** Whether hand changes leave this possible: no ban fits it, and every pin of the one it places (assistant, else unit) does. */
export function isAllowed(changes: HandChange[], possible: Possible): boolean {
  return changes.every((change) => {
    if (change.kind === 'forbid') return !isAbout(change, possible) || !fits(change, possible)
    return !concerns(change, possible) || fits(change, possible)
  })
}

/**
 * Whether a pin asks for this. A pin of a person to a unit without a place also asks for the unit itself, so that it is
 * sent at all.
 */
export function isPinned(changes: HandChange[], possible: Possible): boolean {
  return changes.some(
    (change) => change.kind === 'pin' && concerns(change, possible) && fits(change, possible),
  )
}

/** A ban that names an assistant says nothing about units. */
function isAbout(change: HandChange, possible: Possible): boolean {
  return (change.assistant !== undefined) === (possible.assistant !== undefined)
}

function concerns(change: HandChange, possible: Possible): boolean {
  return possible.assistant === undefined
    ? change.unit === possible.unit
    : change.assistant === possible.assistant
}

function fits(change: HandChange, possible: Possible): boolean {
  return (
    (change.place === undefined || change.place === possible.place) &&
    (change.unit === undefined || change.unit === possible.unit) &&
    (possible.assistant === undefined ||
      change.assistant === undefined ||
      change.assistant === possible.assistant)
  )
}
