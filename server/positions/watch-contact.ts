import { contactLost } from '../../shared/alarms/rules/contact-lost.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { isBound } from '../../shared/tasks/links.ts'
import type { Link, Task } from '../../shared/tasks/types.ts'
import type { Pipeline } from '../pipeline/handle-command.ts'
import { type HotTable, shownFix } from './hot-table.ts'
import { ownerOf } from './rendezvous.ts'
import { act } from './watch-perimeter.ts'

/**
 * Looks, once a second, at everybody at work whose silence this node judges. A node that has not heard the others for
 * three seconds judges nobody: it cannot tell a silent phone from its own deafness.
 */
export function watchContact(
  board: Board,
  table: HotTable,
  pipeline: Pipeline,
  nodes: { own: string; alive(): string[]; relayAge(): number },
  now: number,
  failed: (error: unknown) => void,
): void {
  const alive = nodes.alive()
  const relayAge = alive.length > 1 ? nodes.relayAge() : 0
  const missed = openSubjects(board)
  const look = (task: Task, link: Link, kind: 'assistant' | 'unit', id: Id) => {
    const carrier = board[kind].get(id)
    if (!carrier || !isBound(link) || !bookedOn(carrier.shift)) return
    const { no } = carrier
    const at = no < table.live.size ? (table.live.at[no] as number) : 0
    const verdict = contactLost.judge({ at, interval: table.interval[no] ?? 0, relayAge, now })
    if (verdict === null || (verdict === 'clear' && !missed.has(id))) return
    if (ownerOf(id, alive) !== nodes.own) return
    act(board, pipeline, 'contact-lost', { kind, id }, task, verdict, shownFix(table, no)).catch(failed)
  }
  for (const task of board.task.values()) {
    if (task.endedAt !== null) continue
    look(task, task.unitLink, 'unit', task.unit)
    for (const member of task.members) look(task, member, 'assistant', member.assistant)
  }
}

/** Looked up once a second for all: thousands are at work, and thousands of alarms stand on the board for a day. */
function openSubjects(board: Board): Set<Id> {
  const open = new Set<Id>()
  for (const { kind, subject, resolved } of board.alarm.values())
    if (kind === 'contact-lost' && resolved === null) open.add(subject.id)
  return open
}
