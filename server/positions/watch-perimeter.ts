import { neverInside, perimeterLeft } from '../../shared/alarms/rules/perimeter.ts'
import type { Verdict } from '../../shared/alarms/rules/rule.ts'
import { openAlarm } from '../../shared/alarms/slots.ts'
import type { AlarmKind } from '../../shared/alarms/types.ts'
import type { Board } from '../../shared/board/board.ts'
import { type PerimeterWatch, unwatched, watchFix } from '../../shared/gates/d06.ts'
import { compileGeofence, type Geofence } from '../../shared/geo/geofence.ts'
import type { Fix } from '../../shared/kernel/fix.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Carrier } from '../../shared/shifts/events.ts'
import { isBound } from '../../shared/tasks/links.ts'
import { currentOrder, type Order, type Task } from '../../shared/tasks/types.ts'
import type { Pipeline } from '../pipeline/handle-command.ts'

interface Watched {
  order: Order
  geofence: Geofence
  watch: PerimeterWatch
}

/** Looks at each accepted fix of a member whose task has an order: D6. The units are not bound to the perimeter. */
export function perimeterWatcher(board: Board, pipeline: Pipeline, failed: (error: unknown) => void) {
  const watched = new Map<Id, Watched>()
  const geofences = new WeakMap<Order, Geofence>()

  const geofenceOf = (order: Order) => {
    const known = geofences.get(order) ?? compileGeofence(order.perimeter)
    geofences.set(order, known)
    return known
  }

  return (carrier: Carrier, fix: Fix, now: number): void => {
    const task = board.task.get(board.assistant.get(carrier.id)?.task ?? '')
    const member = task?.members.find(({ assistant }) => assistant === carrier.id)
    const order = task && currentOrder(task)
    const place = task && board.place.get(task.place)
    if (!task || !member || !order || !place || !isBound(member) || task.endedAt !== null) {
      watched.delete(carrier.id)
      return
    }
    const old = watched.get(carrier.id)
    const geofence = old?.order === order ? old.geofence : geofenceOf(order)
    const watch = watchFix(old?.order === order ? old.watch : unwatched, fix, geofence)
    watched.set(carrier.id, { order, geofence, watch })
    const input = { task, place, member, watch, now }
    for (const rule of [perimeterLeft, neverInside])
      act(board, pipeline, rule.kind, carrier, task, rule.judge(input), fix).catch(failed)
  }
}

/** Raises or clears one alarm; the reason names the cause, so that two nodes that see it give one command. */
export async function act(
  board: Board,
  pipeline: Pipeline,
  kind: AlarmKind,
  carrier: Carrier,
  task: Task | null,
  verdict: Verdict,
  fix: Fix | null,
): Promise<void> {
  const open = openAlarm(board, kind, carrier.id)
  if (verdict === 'clear' && open)
    await pipeline.giveOwn(`clear ${open.id} ${open.count}`, 'ClearAlarm', { alarm: open.id })
  if (verdict === null || verdict === 'clear' || open) return
  const at = fix && {
    at: Math.max(0, Math.round(fix.at)),
    lat: fix.lat,
    lng: fix.lng,
    accuracy: fix.accuracy,
  }
  await pipeline.giveOwn(`${kind} ${carrier.id} ${Math.round(fix?.at ?? 0)}`, 'RaiseAlarm', {
    kind,
    subject: carrier,
    task: task?.id ?? null,
    fix: at,
    params: verdict.raise,
  })
}
