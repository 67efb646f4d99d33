import { annulusDensities, type FoundWithin } from '../../../shared/search-theory/find-rings.ts'
import type { Band } from '../../map/shapes.ts'

/** Square metres: per square kilometre the innermost disc would often have more than 100 %. */
export const hectare = 10_000

/** From the thinnest annulus to the densest. */
const [faintest, strongest] = [0.05, 0.36]

/**
 * The annuli with how strongly each is painted: by the order of their densities, since the densest is often a thousand
 * times as dense as the thinnest. What the steps mean stands beside them in numbers.
 */
export function bandsOf(within: readonly FoundWithin[]): Band[] {
  const densities = annulusDensities(within)
  const ranks = [...densities].sort((a, b) => a - b)
  const step = (strongest - faintest) / Math.max(1, ranks.length - 1)
  return within.map(({ metres }, i) => ({
    metres,
    strength: faintest + step * ranks.indexOf(densities[i] ?? 0),
  }))
}
