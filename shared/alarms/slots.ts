import type { Board } from '../board/board.ts'
import type { Id } from '../kernel/ids.ts'
import type { Alarm, AlarmKind } from './types.ts'

/** The open alarm of this kind about this subject: there is at most one. */
export function openAlarm(board: Board, kind: AlarmKind, subject: Id): Alarm | undefined {
  for (const alarm of board.alarm.values())
    if (alarm.kind === kind && alarm.subject.id === subject && alarm.resolved === null) return alarm
  return undefined
}

/** Milliseconds in which a repeat of an open alarm changes nothing (a hundred presses are one alarm, not a hundred rows). */
export const repeatQuiet = 10_000
