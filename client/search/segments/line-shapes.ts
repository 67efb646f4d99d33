import type { SweepPlan } from '../../../shared/search-theory/lanes.ts'
import type { Shape } from '../../map/shapes.ts'

/** The lanes of a line on the desk's map; the first pass is the thicker one and says which way. */
export function lineShapes({ lanes }: SweepPlan): Shape[] {
  return lanes.map(
    ({ pass, searcher, parts }): Shape => ({
      kind: 'lane',
      id: `line-${pass}-${searcher}`,
      parts,
      of: pass === 0 && searcher === 1 ? 'own' : 'neighbour',
    }),
  )
}
