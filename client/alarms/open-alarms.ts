import { climbs } from '../../shared/alarms/decide.ts'
import { type Alarm, alarmClass, climbSeconds } from '../../shared/alarms/types.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Millis } from '../../shared/kernel/ids.ts'

/** Open and not shelved: highest class first, then oldest. */
export function openAlarms(board: Board, now: Millis): Alarm[] {
  return [...board.alarm.values()]
    .filter(({ resolved, shelvedUntil }) => resolved === null && (shelvedUntil ?? 0) <= now)
    .sort((a, b) => alarmClass[a.kind] - alarmClass[b.kind] || a.raisedAt - b.raisedAt)
}

export function shelvedAlarms(board: Board, now: Millis): Alarm[] {
  return [...board.alarm.values()]
    .filter(({ resolved, shelvedUntil }) => resolved === null && (shelvedUntil ?? 0) > now)
    .sort((a, b) => (a.shelvedUntil ?? 0) - (b.shelvedUntil ?? 0))
}

/** One row of the strip: one alarm, or several of one kind that came together. */
export interface AlarmGroup {
  key: string
  alarms: readonly [Alarm, ...Alarm[]]
}

/** So many of one kind within so long are one row; a call for help never is. */
export const flood = { alarms: 5, within: 60_000 } as const

/** Folds floods, in the order of the first of each; each alarm stands in one row. */
export function foldFloods(alarms: readonly Alarm[]): AlarmGroup[] {
  const folded = new Set<Alarm>()
  const groups: AlarmGroup[] = []
  for (const first of alarms) {
    if (folded.has(first)) continue
    const alike = alarms.filter(
      (other) =>
        other.kind === first.kind &&
        !folded.has(other) &&
        Math.abs(other.raisedAt - first.raisedAt) <= flood.within,
    )
    const together = first.kind !== 'sos' && alike.length >= flood.alarms ? alike : [first]
    for (const one of together) folded.add(one)
    groups.push({ key: first.id, alarms: together as [Alarm, ...Alarm[]] })
  }
  return groups
}

const callsUnowned = ({ alarms: [alarm] }: AlarmGroup): boolean =>
  alarm.kind === 'sos' && alarm.owner === null

/**
 * Which rows fit into the strip, in its order: a call for help that nobody has, else the worst; the selected one; the
 * other calls that nobody has; the next ones.
 */
export function rowsInSight(
  groups: readonly AlarmGroup[],
  selected: AlarmGroup | undefined,
  room: number,
): AlarmGroup[] {
  const calling = groups.filter(callsUnowned)
  const first = calling[0] ?? (room > 1 ? groups[0] : (selected ?? groups[0]))
  const ranked = new Set([first, selected, ...calling, ...groups])
  ranked.delete(undefined)
  const seen = [...ranked].slice(0, room)
  return groups.filter((group) => seen.includes(group))
}

/** Counts per five minutes of the last hour, oldest first, and how many in the last ten minutes. */
export function alarmRate(board: Board, now: Millis): { steps: number[]; lastTen: number } {
  const steps = Array.from({ length: 12 }, () => 0)
  let lastTen = 0
  for (const { raisedAt } of board.alarm.values()) {
    const age = now - raisedAt
    if (age < 0 || age >= 3_600_000) continue
    const step = 11 - Math.floor(age / 300_000)
    steps[step] = (steps[step] ?? 0) + 1
    if (age < 600_000) lastTen++
  }
  return { steps, lastTen }
}

/** The last one that was closed, and by whom. */
export function lastResolved(board: Board): Alarm | null {
  let last: Alarm | null = null
  for (const alarm of board.alarm.values())
    if (alarm.resolved && alarm.resolved.at > (last?.resolved?.at ?? 0)) last = alarm
  return last
}

/** Whom an alarm reaches next and when, unless it is owned (or an officer is with the person) before. */
export function nextClimb(alarm: Alarm): { level: number; at: Millis } | null {
  const seconds = climbSeconds[alarm.climbed.length]
  if (seconds === undefined || !climbs(alarm)) return null
  return {
    level: alarm.climbed.length + 1,
    at: Math.max(alarm.raisedAt + seconds * 1000, alarm.shelvedUntil ?? 0),
  }
}
