import { neverInside, type PerimeterNow, perimeterLeft } from '../../shared/alarms/rules/perimeter.ts'
import type { Verdict } from '../../shared/alarms/rules/rule.ts'
import { openAlarm } from '../../shared/alarms/slots.ts'
import type { AlarmKind } from '../../shared/alarms/types.ts'
import type { Assistant } from '../../shared/assistants/types.ts'
import type { Board } from '../../shared/board/board.ts'
import { unwatched, watchFix } from '../../shared/gates/d06.ts'
import { compileGeofence, type Geofence } from '../../shared/geo/geofence.ts'
import type { Fix } from '../../shared/kernel/fix.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Carrier } from '../../shared/shifts/events.ts'
import { isBound } from '../../shared/tasks/links.ts'
import { currentOrder, type Order, type Task } from '../../shared/tasks/types.ts'
import type { Pipeline } from '../pipeline/handle-command.ts'

/** Somebody at work, as of the task that it was made of; the watch is kept over changes of the task, not of the order. */
interface Watched {
  order: Order
  geofence: Geofence
  input: PerimeterNow
}

const rules = [perimeterLeft, neverInside]

/**
 * Looks at each accepted fix of a member whose task has an order: D6. The units are not bound to the perimeter. A fix
 * that changes nothing makes no object.
 */
export function perimeterWatcher(board: Board, pipeline: Pipeline, failed: (error: unknown) => void) {
  /** By `no`. */
  const watched: (Watched | undefined)[] = []
  const geofences = new WeakMap<Order, Geofence>()
  const alarmed = alarmedOn(board)

  const geofenceOf = (order: Order) => {
    const known = geofences.get(order) ?? compileGeofence(order.perimeter)
    geofences.set(order, known)
    return known
  }

  /** Null for who is not bound to a perimeter now. */
  function watchedNow({ id, no, task: taskId }: Assistant): Watched | null {
    const old = watched[no]
    if (taskId === null && old === undefined) return null
    const task = board.task.get(taskId ?? '')
    const place = task && board.place.get(task.place)
    if (old && old.input.task === task && old.input.place === place) return old
    const member = task?.members.find(({ assistant }) => assistant === id)
    const order = task && currentOrder(task)
    if (!task || !member || !order || !place || !isBound(member) || task.endedAt !== null) {
      watched[no] = undefined
      return null
    }
    const watch = old?.order === order ? old.input.watch : { ...unwatched }
    const made = { order, geofence: geofenceOf(order), input: { task, place, member, watch, now: 0 } }
    watched[no] = made
    return made
  }

  return (assistant: Assistant, fix: Fix, now: number): void => {
    const its = watchedNow(assistant)
    if (its === null) return
    const { input, geofence } = its
    watchFix(input.watch, fix, geofence, input.watch)
    input.now = now
    for (const rule of rules) {
      const verdict = rule.judge(input)
      if (verdict === null || (verdict === 'clear' && !alarmed().has(assistant.id))) continue
      const subject = { kind: 'assistant', id: assistant.id } as const
      act(board, pipeline, rule.kind, subject, input.task, verdict, { ...fix }).catch(failed)
    }
  }
}

/** Who has an open alarm of the perimeter; looked up when the board has moved, not for each fix. */
function alarmedOn(board: Board): () => Set<Id> {
  const subjects = new Set<Id>()
  let lookedAt = -1
  return () => {
    if (lookedAt === board.seq) return subjects
    lookedAt = board.seq
    subjects.clear()
    for (const { kind, resolved, subject } of board.alarm.values())
      if (resolved === null && rules.some((rule) => rule.kind === kind)) subjects.add(subject.id)
    return subjects
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
