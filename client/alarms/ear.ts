import { type Alarm, alarmClass } from '../../shared/alarms/types.ts'
import type { Id, Millis } from '../../shared/kernel/ids.ts'

export type Class = 1 | 2 | 3

/** A call for help that nobody has is sounded again this often. Milliseconds. */
export const sosAgain = 8_000

type Open = Pick<Alarm, 'id' | 'kind' | 'owner' | 'count'>
type Received = Pick<Alarm, 'kind'> & { alarm: Id }

/** A call that is pressed again while it is open is news again. */
const newsOf = ({ id, kind, count }: Open): string => (kind === 'sos' ? `${id} ${Math.max(1, count)}` : id)

/**
 * Remembers what was sounded. Each alarm sounds once, also when it comes back from its shelf; a call for help from the
 * server's receipt on, and again and again until somebody has it.
 */
export function makeEar(open: readonly Open[], now: Millis) {
  let heard = new Set(open.map(newsOf))
  let sosAt = now

  /** The class to sound now; null for silence. Classes 2 and 3 may be muted. */
  return (open: readonly Open[], received: readonly Received[], muted: readonly Class[], now: Millis) => {
    const current = [
      ...open.map((alarm) => ({ kind: alarm.kind, news: newsOf(alarm) })),
      // The stored alarm has the same id: it does not sound a second time.
      ...received.map(({ kind, alarm }) => ({ kind, news: kind === 'sos' ? `${alarm} 1` : alarm })),
    ]
    const fresh = current.filter(({ news }) => !heard.has(news))
    heard = new Set(current.map(({ news }) => news))
    const waiting =
      received.some(({ kind }) => kind === 'sos') ||
      open.some(({ kind, owner }) => kind === 'sos' && owner === null)
    const again = waiting && now - sosAt >= sosAgain ? [{ kind: 'sos' as const }] : []
    const worst = audibleClass([...fresh, ...again], muted)
    if (worst === 1) sosAt = now
    return worst
  }
}

/** The worst class among these alarms that is to be heard; null for silence. */
function audibleClass(alarms: readonly Pick<Alarm, 'kind'>[], muted: readonly Class[]): Class | null {
  let worst: Class | null = null
  for (const { kind } of alarms) {
    const of = alarmClass[kind]
    if (of !== 1 && muted.includes(of)) continue
    if (worst === null || of < worst) worst = of
  }
  return worst
}
