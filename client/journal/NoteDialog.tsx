/** A line that an officer writes into the journal. */
export function NoteDialog(_: { onClose(): void }) {
  return null
}
