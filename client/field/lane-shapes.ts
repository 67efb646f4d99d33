import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Lane } from '../../shared/search-theory/lanes.ts'
import type { Shape } from '../map/shapes.ts'
import { passOf } from './lane-follow.ts'
import { type OwnSweep, sweepOf } from './lanes-of.ts'
import type { Me } from './stage.ts'

let last: { of: unknown[]; shapes: Shape[] } | null = null

/** The segment of a search on the phone's map: its outline, the lanes, the dangers. The same list while nothing changed. */
export function groundOf(board: Board, me: Me, taskId: Id): readonly Shape[] {
  const task = board.task.get(taskId)
  const place = board.place.get(task?.place ?? '')
  if (place?.kind !== 'segment' || !place.ring) return []
  const sweep = sweepOf(board, me, taskId)
  const pass = sweep ? passOf(sweep.name) : 0
  const search = board.operation.get(place.operation)?.search
  const of = [place, sweep, pass, search?.hazards, search?.locked]
  if (last?.of.every((one, i) => one === of[i])) return last.shapes
  const { id, ring, letter } = place
  const shapes: Shape[] = [
    { kind: 'area', id, ring, letter: '', selected: true },
    ...(sweep ? lanesOf(sweep, pass) : []),
    ...(search?.hazards ?? []).map(({ id, shape, path }): Shape => ({ kind: 'hazard', id, shape, path })),
    ...(search?.locked ?? []).map(
      ({ place, ring, letter }): Shape => ({ kind: 'area', id: place, ring, letter, locked: true }),
    ),
  ]
  // The letter of one's own segment would lie over the lanes.
  if (!sweep) shapes[0] = { kind: 'area', id, ring, letter, selected: true }
  last = { of, shapes }
  return shapes
}

/** One's own lanes with the neighbours' in the pass at hand; for who leads the line, all of them. */
function lanesOf({ plan, number }: OwnSweep, now: number): Shape[] {
  const shape = ({ pass, searcher, parts }: Lane): Shape => ({
    kind: 'lane',
    id: `lane-${pass}-${searcher}`,
    parts,
    of: searcher !== number ? 'neighbour' : pass === now ? 'own' : 'own-later',
  })
  const shown = plan.lanes.filter(
    ({ pass, searcher }) =>
      number === null || searcher === number || (pass === now && Math.abs(searcher - number) === 1),
  )
  // The lane that is walked now lies over the others.
  return shown.map(shape).sort((a, b) => rank(a) - rank(b))
}

const rank = (shape: Shape) => (shape.kind === 'lane' && shape.of === 'own' ? 1 : 0)
