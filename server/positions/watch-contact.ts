import { contactLost } from '../../shared/alarms/rules/contact-lost.ts'
import { openAlarm } from '../../shared/alarms/slots.ts'
import type { Board } from '../../shared/board/board.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { isBound, linkOf } from '../../shared/tasks/links.ts'
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
  for (const task of board.task.values()) {
    if (task.endedAt !== null) continue
    const parties = [{ unit: task.unit }, ...task.members.map(({ assistant }) => ({ assistant }))]
    for (const party of parties) {
      const kind = 'unit' in party ? 'unit' : 'assistant'
      const id = 'unit' in party ? party.unit : party.assistant
      const carrier = board[kind].get(id)
      const link = linkOf(task, party)
      if (!carrier || !link || !isBound(link) || !bookedOn(carrier.shift)) continue
      if (ownerOf(id, alive) !== nodes.own) continue
      const fix = shownFix(table, carrier.no)
      const interval = table.interval[carrier.no] ?? 0
      const verdict = contactLost.judge({ at: fix?.at ?? 0, interval, relayAge, now })
      if (verdict === null || (verdict === 'clear' && !openAlarm(board, 'contact-lost', id))) continue
      act(board, pipeline, 'contact-lost', { kind, id }, task, verdict, fix).catch(failed)
    }
  }
}
