import {
  heldOperations,
  isInvited,
  isShut,
  mayBeClosed,
  oldest,
  timeToLeave,
  uninvited,
  vaguest,
} from '../../shared/alarms/rules/uninvited.ts'
import { openAlarm } from '../../shared/alarms/slots.ts'
import type { Assistant } from '../../shared/assistants/types.ts'
import type { Board } from '../../shared/board/board.ts'
import { type Hits, makeFenceMap } from '../../shared/geo/fence-map.ts'
import type { Ring } from '../../shared/geo/lat-lng.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { Fix } from '../../shared/kernel/fix.ts'
import { entityOf, type Id, type Millis } from '../../shared/kernel/ids.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import type { Pipeline } from '../pipeline/handle-command.ts'

/** Somebody inside a scene since a fix that was so beyond its accuracy. */
interface Stay {
  scene: Id
  since: Millis
  /** Once per stay: an alarm that was closed is not raised again. */
  raised: boolean
}

export interface SceneWatcher {
  /** Each accepted fix of an assistant on duty; the node that got it judges. */
  look(assistant: Assistant, fix: Fix, now: Millis): void
  onEvents(events: LoggedEvent[]): void
}

/** Looks who stands in a closed scene without a task there. Nearly every fix is in none, and then costs one look at a map. */
export function sceneWatcher(
  board: Board,
  pipeline: Pipeline,
  failed: (error: unknown) => void,
): SceneWatcher {
  const map = makeFenceMap<Id>()
  const rings = new Map<Id, Ring>()
  /** By `no`. */
  const stays: (Stay | undefined)[] = []

  /** Where somebody holds a scene: looked up once per change of the board, not for each fix of a crowd. */
  let held: { seq: number; operations: Set<Id> } | undefined

  function follow(id: Id): void {
    const operation = board.operation.get(id)
    const ring = operation && mayBeClosed(operation) ? operation.perimeter : undefined
    if (rings.get(id) === ring) return
    if (ring) {
      rings.set(id, ring)
      map.put(id, ring)
    } else {
      rings.delete(id)
      map.remove(id)
    }
  }
  for (const id of board.operation.keys()) follow(id)

  /** Of before a restart, or another node's: its end may come by this one. */
  function followAlarm(id: Id): void {
    const alarm = board.alarm.get(id)
    if (alarm?.kind !== 'uninvited') return
    const no = board.assistant.get(alarm.subject.id)?.no
    if (no === undefined) return
    if (alarm.resolved?.reason === 'cause-gone') stays[no] = undefined
    else if (!alarm.resolved && alarm.operation)
      stays[no] ??= { scene: alarm.operation, since: Number(alarm.params.since), raised: true }
  }
  for (const id of board.alarm.keys()) followAlarm(id)

  function isAmiss(assistant: Id, scene: Id, now: Millis): boolean {
    const operation = board.operation.get(scene)
    if (!operation || !isShut(operation, now)) return false
    if (held?.seq !== board.seq) held = { seq: board.seq, operations: heldOperations(board) }
    return held.operations.has(scene) && !isInvited(board, assistant, scene)
  }

  /** Of cordons one around the other he is where he was sent, whichever of them that is. */
  function isExpected(assistant: Id, { count, ids }: Hits<Id>): boolean {
    for (let i = 0; i < count; i++) if (isInvited(board, assistant, ids[i] as Id)) return true
    return false
  }

  /** The scene that the fix is inside of by more than its accuracy, and where something would be amiss. */
  function entered(assistant: Id, hits: Hits<Id>, { lat, lng, accuracy }: Fix, now: Millis): Id | undefined {
    if (isExpected(assistant, hits)) return undefined
    for (let i = 0; i < hits.count; i++) {
      const id = hits.ids[i] as Id
      if (isAmiss(assistant, id, now) && (map.fence(id)?.margin(lat, lng) ?? 0) > accuracy) return id
    }
    return undefined
  }

  function judge({ id, no }: Assistant, stay: Stay, fix: Fix, now: Millis): void {
    const inside = map.fence(stay.scene)?.contains(fix.lat, fix.lng) === true
    const verdict = uninvited.judge({
      since: inside ? stay.since : null,
      amiss: isAmiss(id, stay.scene, now) && !isExpected(id, map.at(fix.lat, fix.lng)),
      number: board.operation.get(stay.scene)?.number ?? 0,
      now: fix.at,
    })
    if (verdict === null) return
    const subject = { kind: 'assistant', id } as const
    if (verdict === 'clear') {
      const open = openAlarm(board, 'uninvited', id)
      if (!open) stays[no] = undefined
      // Until it is cleared the stay goes on, so that the next fix clears it where this one could not.
      else pipeline.giveOwn(`clear ${open.id} ${open.count}`, 'ClearAlarm', { alarm: open.id }).catch(failed)
    } else if (!stay.raised) {
      stay.raised = true
      const { lat, lng, accuracy } = fix
      const body = {
        kind: 'uninvited' as const,
        subject,
        task: null,
        operation: stay.scene,
        params: verdict.raise,
      }
      const at = Math.max(0, Math.round(fix.at))
      pipeline
        .giveOwn(`uninvited ${id} ${stay.scene} ${Math.round(stay.since)}`, 'RaiseAlarm', {
          ...body,
          fix: { at, lat, lng, accuracy },
        })
        .then(({ ok }) => {
          stay.raised = ok
        })
        .catch((error: unknown) => {
          stay.raised = false
          failed(error)
        })
    }
  }

  return {
    look(assistant, fix, now) {
      // What was kept without a network tells where he was, and the board who is invited now.
      if (fix.accuracy > vaguest || now - fix.at > oldest) return
      const { id, no, releasedAt } = assistant
      const stay = stays[no]
      if (stay) judge(assistant, stay, fix, now)
      else if (releasedAt === null || now - releasedAt >= timeToLeave) {
        const hits = map.at(fix.lat, fix.lng)
        if (hits.count === 0) return
        const scene = entered(id, hits, fix, now)
        if (scene) stays[no] = { scene, since: fix.at, raised: false }
      }
    },
    onEvents(events) {
      for (const of of events.flatMap(({ keys }) => keys)) {
        const entity = entityOf(of)
        if (entity?.kind === 'operation') follow(entity.id)
        if (entity?.kind === 'alarm') followAlarm(entity.id)
        const assistant = entity?.kind === 'assistant' ? board.assistant.get(entity.id) : undefined
        if (assistant && !bookedOn(assistant.shift)) stays[assistant.no] = undefined
      }
    },
  }
}
