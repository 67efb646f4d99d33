import { expect, test } from 'vitest'
import { bandsOf } from '../../../../client/search/priors/surface.ts'
import { rowsOf } from '../../../../shared/search/priors/find-distances.ts'
import { annulusDensities } from '../../../../shared/search-theory/find-rings.ts'

test('RINGS-209 the surface is stronger the denser an annulus, the same everywhere in it, and never covers the map', () => {
  for (const { within } of rowsOf(undefined)) {
    const densities = annulusDensities(within)
    const bands = bandsOf(within)
    expect(bands.map(({ metres }) => metres)).toEqual(within.map(({ metres }) => metres))
    for (const [i, a] of bands.entries())
      for (const [j, b] of bands.entries())
        if ((densities[i] ?? 0) > (densities[j] ?? 0)) expect(a.strength).toBeGreaterThan(b.strength)
    expect(Math.min(...bands.map(({ strength }) => strength))).toBeGreaterThan(0)
    expect(Math.max(...bands.map(({ strength }) => strength))).toBeLessThan(0.5)
  }
})
