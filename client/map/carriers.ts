import type { LiveTable } from '../../shared/positions/live-table.ts'

/** What a slot of the live table is. */
export const kindNone = 0
export const kindUnit = 1
export const kindAssistant = 2
/** The one who holds this phone. */
export const kindMe = 3

/** Bits of a slot's `flags`. */
export const flagSelected = 1
/** Called for help: octagon, tag, drawn above everything. */
export const flagAlarm = 2
/** Outside the perimeter. */
export const flagOut = 4
/** Shown as lost whatever the age says (the desk has no link). */
export const flagLost = 8
/** Has an offer not yet answered: dashed ring in the colour of advice. */
export const flagOffered = 16
export const flagBusy = 32
/** Not what the desk is looking at now. */
export const flagDimmed = 64

const special = flagSelected | flagAlarm | flagOut

/** Drawn as a full symbol at any zoom, over all others. */
export const isSpecial = (flags: number): boolean => (flags & special) !== 0

/** Unit, assistant, and whether the two are too far apart. */
export type Pair = readonly [unit: number, assistant: number, apart?: boolean]

/**
 * Everything that the positions layer draws. The caller owns the object and changes it in place (arrays may be replaced
 * when they grow), then tells the layer; nothing here is copied or diffed.
 */
export interface Carriers {
  table: LiveTable
  kind: Uint8Array
  flags: Uint16Array
  pairs: readonly Pair[]
  /** Milliseconds of the server's clock. */
  now(): number
  /** Age in milliseconds from which contact with this one counts as lost. */
  lostAfter(no: number): number
  /** The figure inside a unit's plate, at most three characters. */
  numberOf(no: number): string
  /** Words beside the symbol, a second line after '\n'; null for none. Asked for what is in view, at every painting. */
  labelOf(no: number, zoom: number): string | null
  /** Words of the filled tag of somebody in alarm or out of bounds. */
  tagOf(no: number): string | null
  /** How long the contact has been lost, in words. */
  lostLabelOf(no: number, ageMs: number): string | null
}

/** Degrees clockwise from north that a unit on its way is heading; NaN when it stands or nobody knows. */
export function headingOf({ table, kind }: Carriers, no: number): number {
  return kind[no] === kindUnit && (table.speed[no] as number) > 0.5
    ? (table.heading[no] as number)
    : Number.NaN
}
