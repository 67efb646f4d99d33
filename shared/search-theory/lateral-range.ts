/** How likely a searcher who passes at a distance sees the object; `x` in metres, negative on the left. */
export interface LateralRange {
  x: number
  p: number
}

/** Objects at one distance from the line that was walked: how many were seen, how many missed. Metres, negative on the left. */
export interface Passed {
  distance: number
  seen: number
  missed: number
}

/** The curve that a test gives, from left to right. Where no distance is on the left, both sides count alike. */
export function lateralRange(passed: readonly Passed[]): LateralRange[] {
  const at = new Map<number, { seen: number; all: number }>()
  for (const { distance, seen, missed } of passed) {
    const before = at.get(distance) ?? { seen: 0, all: 0 }
    at.set(distance, { seen: before.seen + seen, all: before.all + seen + missed })
  }
  const curve = [...at].map(([x, { seen, all }]) => ({ x, p: seen / all })).sort((a, b) => a.x - b.x)
  if (curve.some(({ x }) => x < 0)) return curve
  const left = curve.filter(({ x }) => x > 0).map(({ x, p }) => ({ x: -x, p }))
  return [...left.reverse(), ...curve]
}

/** Sweep width: the area under the curve, by trapezoids. */
export function sweepWidthOf(curve: readonly LateralRange[]): number {
  return between(curve, () => 1)
}

/**
 * What a band of this width balances: metres missed inside it and metres detected outside it. They are equal when it is
 * the sweep width, which is what makes it one.
 */
export function crossover(curve: readonly LateralRange[], width: number) {
  const half = width / 2
  const inside = (x: number) => (Math.abs(x) <= half ? 1 : 0)
  const cut = cutAt(cutAt(curve, -half), half)
  const detectedInside = between(cut, inside)
  return { missedInside: width - detectedInside, detectedOutside: between(cut, () => 1) - detectedInside }
}

/** The k of the inverse cube law p(x) = 1 − e^(−k ÷ x²) that has this sweep width, 2 √(πk). Square metres. */
export function inverseCubeOf(width: number): number {
  return width ** 2 / (4 * Math.PI)
}

/** POD after passes at these distances by the inverse cube law: their hazards k ÷ distance² add up. */
export function podOfPasses(k: number, distances: readonly number[]): number {
  return -Math.expm1(-distances.reduce((sum, x) => sum + k / x ** 2, 0))
}

/** Sum of the trapezoids whose middle is counted. */
function between(curve: readonly LateralRange[], counts: (x: number) => number): number {
  let sum = 0
  for (let i = 1; i < curve.length; i++) {
    const a = curve[i - 1] as LateralRange
    const b = curve[i] as LateralRange
    sum += ((b.x - a.x) * (a.p + b.p) * counts((a.x + b.x) / 2)) / 2
  }
  return sum
}

function cutAt(curve: readonly LateralRange[], x: number): LateralRange[] {
  return curve.flatMap((b, i) => {
    const a = curve[i - 1]
    if (!a || !(a.x < x && x < b.x)) return [b]
    return [{ x, p: a.p + ((x - a.x) / (b.x - a.x)) * (b.p - a.p) }, b]
  })
}
