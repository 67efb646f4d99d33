/** The journal: `tail` for the newest lines in the rail, else all of it, older ones as one scrolls. */
export function JournalPanel(_: { tail?: boolean }) {
  return null
}
