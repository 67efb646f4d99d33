import { maySeePosition } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { entityOf } from '../../shared/kernel/ids.ts'
import { bookedOn } from '../../shared/shifts/types.ts'

/** Which carriers one audience may follow, by `no`: 1 = yes. Kept up with the log, read by the frames. */
export interface Sight {
  viewer: Viewer
  may: Uint8Array
  /** Who came into or went out of it since the last frames. */
  turned: number[]
}

export function makeSight(board: Board, viewer: Viewer): Sight {
  const sight: Sight = { viewer, may: new Uint8Array(Math.max(64, board.byNo.length)), turned: [] }
  for (let no = 0; no < board.byNo.length; no++) look(board, sight, no)
  sight.turned.length = 0
  return sight
}

/** Whose rights to be seen a batch may have changed. */
export function touchedCarriers(board: Board, events: LoggedEvent[]): Set<number> {
  const touched = new Set<number>()
  const add = (kind: 'assistant' | 'unit', id: string) => {
    const carrier = board[kind].get(id)
    if (carrier) touched.add(carrier.no)
  }
  for (const of of events.flatMap((event) => event.keys)) {
    const entity = entityOf(of)
    if (!entity) continue
    if (entity.kind === 'assistant' || entity.kind === 'unit') add(entity.kind, entity.id)
    if (entity.kind !== 'task') continue
    const task = board.task.get(entity.id)
    if (!task) continue
    add('unit', task.unit)
    for (const { assistant } of task.members) add('assistant', assistant)
  }
  return touched
}

export function refreshSight(board: Board, sight: Sight, nos: Iterable<number>): void {
  if (board.byNo.length > sight.may.length) {
    const grown = new Uint8Array(2 * board.byNo.length)
    grown.set(sight.may)
    sight.may = grown
  }
  for (const no of nos) look(board, sight, no)
}

function look(board: Board, { viewer, may, turned }: Sight, no: number): void {
  const carrier = board.byNo[no]
  const shift = carrier && board[carrier.kind].get(carrier.id)?.shift
  const now =
    carrier && bookedOn(shift ?? null) && maySeePosition(board, viewer, carrier.kind, carrier.id) ? 1 : 0
  if (may[no] === now) return
  may[no] = now
  turned.push(no)
}
