/** A blind sheet of one evaluator; every sheet is kept beside the result. */
type Sheet = readonly number[]

/** Mattson: each evaluator divides 100 points over the segments and the rest of the world; POA is the mean, 0…1. */
export function mattson(sheets: readonly Sheet[]): number[] {
  return columns(sheets, (points) => points.reduce((sum, one) => sum + one, 0) / (100 * sheets.length))
}

/** O'Connor: letters from A, the likeliest; each is worth its rank above the lowest that was used. */
export function oConnor(letters: readonly string[]): number[] {
  const codes = letters.map((letter) => letter.charCodeAt(0))
  const lowest = Math.max(...codes)
  return shares(codes.map((code) => lowest - code + 1))
}

/** Proportional: each evaluator says how many times likelier; POA is the mean of the shares of what ROW leaves. */
export function proportional(sheets: readonly Sheet[], row: number): number[] {
  const each = sheets.map((sheet) => shares(sheet))
  return columns(each, (one) => ((1 - row) * one.reduce((sum, share) => sum + share, 0)) / sheets.length)
}

function shares(values: Sheet): number[] {
  const all = values.reduce((sum, value) => sum + value, 0)
  return values.map((value) => value / all)
}

const columns = (sheets: readonly Sheet[], to: (column: number[]) => number): number[] =>
  (sheets[0] ?? []).map((_, i) => to(sheets.map((sheet) => sheet[i] ?? 0)))
