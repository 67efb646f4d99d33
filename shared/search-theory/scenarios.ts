/** One way in which it may have happened: its weight, the segments' probabilities if it did, and the rest of the world. */
export interface Weighted {
  weight: number
  poa: readonly number[]
  row: number
}

/** Typed tenths and thirds do not add up exactly. */
export const sumTolerance = 1e-6

export const addsUpToOne = (values: readonly number[]): boolean =>
  Math.abs(values.reduce((sum, value) => sum + value, 0) - 1) <= sumTolerance

/** The weighted sum of the scenarios, the rest of the world included. */
export function mixed(scenarios: readonly Weighted[]): { poa: number[]; row: number } {
  const sum = (of: (one: Weighted) => number) =>
    scenarios.reduce((total, one) => total + one.weight * of(one), 0)
  return {
    poa: (scenarios[0]?.poa ?? []).map((_, i) => sum(({ poa }) => poa[i] ?? 0)),
    row: sum(({ row }) => row),
  }
}

/** The same proportions, so that they add up to 1; all the same where there is nothing to go by. */
export function normalised(values: readonly number[]): number[] {
  const all = values.reduce((sum, value) => sum + Math.max(0, value), 0)
  return values.map((value) => (all > 0 ? Math.max(0, value) / all : 1 / values.length))
}
