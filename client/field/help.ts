import type { Alarm } from '../../shared/alarms/types.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Id, Millis } from '../../shared/kernel/ids.ts'
import type { Received } from '../store/board-store.ts'
import type { Me } from './stage.ts'
import type { OutboxItem } from './storage.ts'

/** How far this person's call for help has come. Each level is null until it is reached. */
export interface Help {
  alarm: Id | null
  pressedAt: Millis
  receivedAt: Millis | null
  storedAt: Millis | null
  seen: { account: Id; at: Millis } | null
  /** Nobody took it in time: how often it has been handed on to the next. */
  climbed: number
  officerWith: Millis | null
  resolved: { at: Millis; reason: string } | null
  /** A press that has not reached the server. */
  queued: boolean
}

/** Milliseconds for which a closed call stays on the screen by itself. */
const resolvedShownFor = 10 * 60_000

/** The open call, or one that was closed just now; null when there is none. */
export function helpOf(
  board: Board,
  received: readonly Received[],
  items: readonly OutboxItem[],
  me: Me,
  now: Millis,
): Help | null {
  const waiting = items.find(({ envelope, refused }) => envelope.type === 'CallForHelp' && !refused)
  const alarm = newest(
    [...board.alarm.values()].filter(({ kind, subject }) => kind === 'sos' && subject.id === me.id),
  )
  const receipt = received.findLast(({ subject }) => subject.id === me.id)
  const open = alarm && (alarm.resolved === null || now - alarm.resolved.at < resolvedShownFor)
  const pressedAt = (waiting?.envelope.body as { pressedAt: Millis } | undefined)?.pressedAt

  if (open && !(alarm.resolved && (waiting || receipt)))
    return {
      alarm: alarm.id,
      pressedAt: Number(alarm.params.pressedAt ?? alarm.raisedAt),
      receivedAt: alarm.raisedAt,
      storedAt: alarm.raisedAt,
      seen: alarm.owner,
      climbed: alarm.climbed.length,
      officerWith: alarm.officerWith?.at ?? null,
      resolved: alarm.resolved,
      queued: waiting !== undefined,
    }
  if (!waiting && !receipt) return null
  return {
    alarm: receipt?.alarm ?? null,
    pressedAt: pressedAt ?? receipt?.at ?? now,
    receivedAt: receipt?.at ?? null,
    storedAt: null,
    seen: null,
    climbed: 0,
    officerWith: null,
    resolved: null,
    queued: waiting !== undefined,
  }
}

function newest(alarms: Alarm[]): Alarm | undefined {
  return alarms.reduce<Alarm | undefined>((a, b) => (a && a.raisedAt >= b.raisedAt ? a : b), undefined)
}
