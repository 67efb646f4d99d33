import { erf } from './erf.ts'

/**
 * How coverage becomes the probability of detecting a subject who is there (Koopman 1946, 1980).
 * `random`: the default for searches on land and for real tracks. `inverse-cube`: only for ideal tracks, straight and
 * equally spaced. `definite`: the upper bound. For every coverage random ≤ inverse-cube ≤ definite.
 */
export type DetectionCurve = 'random' | 'inverse-cube' | 'definite'

/** Probability of detection 0…1 from a coverage of 0 or more. */
export function podFromCoverage(coverage: number, curve: DetectionCurve = 'random'): number {
  switch (curve) {
    case 'random':
      return -Math.expm1(-coverage)
    case 'inverse-cube':
      return erf((Math.sqrt(Math.PI) / 2) * coverage)
    case 'definite':
      return Math.min(1, coverage)
  }
}

/** The coverage that gives a probability of detection; infinite for 1 (definite: 1). */
export function coverageForPod(pod: number, curve: DetectionCurve = 'random'): number {
  if (curve === 'definite') return pod
  if (pod >= 1) return Infinity
  const random = -Math.log1p(-pod)
  if (curve === 'random') return random
  // The random curve lies below, so the answer lies between 0 and its coverage.
  let low = 0
  let high = random
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (podFromCoverage(middle, curve) < pod) low = middle
    else high = middle
  }
  return (low + high) / 2
}
