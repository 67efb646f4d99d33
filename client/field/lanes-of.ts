import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Place } from '../../shared/operations/types.ts'
import { lineOrder } from '../../shared/search/sweep/line-order.ts'
import { type Lane, planLanes, type SweepLine, type SweepPlan } from '../../shared/search-theory/lanes.ts'
import type { Me } from './stage.ts'

/** The sweep of this phone's task. */
export interface OwnSweep {
  place: Place
  line: SweepLine
  plan: SweepPlan
  people: number
  /** This searcher's place in the line from 1; null for the unit, which leads it. */
  number: number | null
  /** This searcher's lanes, pass by pass. */
  own: readonly Lane[]
  /** Changes when the lanes do. */
  name: string
}

let last: OwnSweep | null = null

/** Null where no line is set, or nobody walks in it yet. The same object as long as the lanes are the same. */
export function sweepOf(board: Board, me: Me, taskId: Id): OwnSweep | null {
  const task = board.task.get(taskId)
  const place = board.place.get(task?.place ?? '')
  if (!task || !place?.ring || !place.line) return null
  const order = lineOrder(task)
  const at = order.indexOf(me.id)
  if (order.length === 0 || (me.kind === 'assistant' && at < 0)) return null
  const name = JSON.stringify([task.id, me.id, place.line, order, place.ring])
  if (last?.name === name) return last
  const plan = planLanes(place.ring, place.line, order.length)
  last = {
    place,
    line: place.line,
    plan,
    people: order.length,
    number: at < 0 ? null : at + 1,
    own: plan.lanes.filter(({ searcher }) => searcher === at + 1),
    name,
  }
  return last
}
