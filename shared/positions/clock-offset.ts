import type { Millis } from '../kernel/ids.ts'

/**
 * What to add to a device's times. It must not follow the network's jitter: the same fix sent twice must get the same
 * time, and the order of fixes must stay. A message's delay only ever makes the device look late, so a smaller
 * estimate is believed at once and a larger one when several messages in a row agree. The fixes' times and `sentAt` must
 * come from the same clock.
 */
export interface ClockOffset {
  offset: Millis
  /** Messages in a row that spoke for a larger offset, and the smallest they spoke for. */
  larger: { count: number; least: Millis } | null
}

/** A device whose clock seems off by less is taken at its word. */
const tolerance: Millis = 2000
const messagesInARow = 3

export const noClockOffset: ClockOffset = { offset: 0, larger: null }

/** After a message that the device sent at `sentAt` (its clock) and the server received at `receivedAt` (ours). */
export function afterMessage(was: ClockOffset, sentAt: Millis, receivedAt: Millis): ClockOffset {
  const estimate = receivedAt - sentAt
  if (!Number.isFinite(estimate)) return was
  if (estimate < was.offset - tolerance) return { offset: estimate, larger: null }
  if (estimate <= was.offset + tolerance) return was.larger === null ? was : { ...was, larger: null }
  const count = (was.larger?.count ?? 0) + 1
  const least = Math.min(was.larger?.least ?? estimate, estimate)
  return count >= messagesInARow ? { offset: least, larger: null } : { ...was, larger: { count, least } }
}
