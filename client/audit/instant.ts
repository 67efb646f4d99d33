const minute = 60_000

/** 02.03.2026 16:04 (also without the time: midnight) in the zone of the desk; null for what is no instant. */
export function parseInstant(text: string, offset: number): number | null {
  const found = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[\s,]+(\d{1,2}):(\d{2}))?\s*$/.exec(text)
  if (!found) return null
  const [day = 0, month = 0, year = 0, hour = 0, min = 0] = found.slice(1).map((part) => Number(part ?? 0))
  const local = Date.UTC(year, month - 1, day, hour, min)
  const at = new Date(local)
  const same = at.getUTCDate() === day && at.getUTCMonth() === month - 1 && hour < 24 && min < 60
  return same ? local - offset * minute : null
}
