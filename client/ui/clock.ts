let ahead = 0

/** The server's time minus this machine's, in milliseconds, as the last answer showed it. */
export function setClockAhead(ms: number): void {
  ahead = ms
}

/** The server's time now, in milliseconds since 1970. */
export function now(): number {
  return Date.now() + ahead
}
