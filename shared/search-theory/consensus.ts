/** A blind sheet of one evaluator; every sheet is kept beside the result. */
type Sheet = readonly number[]

export const consensusMethods = ['mattson', 'o-connor', 'proportional'] as const
export type ConsensusMethod = (typeof consensusMethods)[number]

/** Mattson: each evaluator divides 100 points over the segments and the rest of the world; POA is the mean, 0…1. */
function mattson(sheets: readonly Sheet[]): number[] {
  return columns(sheets, (points) => points.reduce((sum, one) => sum + one, 0) / (100 * sheets.length))
}

/** O'Connor: letters from A, the likeliest; each is worth its rank above the lowest that was used. */
function oConnor(letters: readonly string[]): number[] {
  const codes = letters.map((letter) => letter.charCodeAt(0))
  const lowest = Math.max(...codes)
  return shares(codes.map((code) => lowest - code + 1))
}

/** Proportional: each evaluator says how many times likelier; POA is the mean of the shares of what ROW leaves. */
function proportional(sheets: readonly Sheet[], row: number): number[] {
  const each = sheets.map((sheet) => shares(sheet))
  return columns(each, (one) => ((1 - row) * one.reduce((sum, share) => sum + share, 0)) / sheets.length)
}

export interface ConsensusResult {
  /** One per segment; with `row` they make up 1. */
  poa: number[]
  row: number
  /** The least and the most that one evaluator gave each segment, and last the rest of the world. */
  least: number[]
  most: number[]
}

/** What one sheet says by itself: the segments in order, and last the rest of the world. */
export function sharesOf(
  method: ConsensusMethod,
  values: readonly number[] | readonly string[],
  row: number | null,
): number[] {
  if (method === 'o-connor') return oConnor(values as readonly string[])
  if (method === 'mattson') return mattson([values as Sheet])
  return [...proportional([values as Sheet], row ?? 0), row ?? 0]
}

/** The mean of all sheets, each evaluator counting the same, and how far they lie apart. */
export function consensusOf(
  method: ConsensusMethod,
  sheets: readonly (readonly number[] | readonly string[])[],
  row: number | null,
): ConsensusResult {
  const each = sheets.map((values) => sharesOf(method, values, row))
  const mean =
    method === 'proportional'
      ? [...proportional(sheets as readonly Sheet[], row ?? 0), row ?? 0]
      : columns(each, (one) => one.reduce((sum, share) => sum + share, 0) / each.length)
  return {
    poa: mean.slice(0, -1),
    row: mean.at(-1) ?? 0,
    least: columns(each, (one) => Math.min(...one)),
    most: columns(each, (one) => Math.max(...one)),
  }
}

function shares(values: Sheet): number[] {
  const all = values.reduce((sum, value) => sum + value, 0)
  return values.map((value) => value / all)
}

const columns = (sheets: readonly Sheet[], to: (column: number[]) => number): number[] =>
  (sheets[0] ?? []).map((_, i) => to(sheets.map((sheet) => sheet[i] ?? 0)))
