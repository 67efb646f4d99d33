/** What is open in my region, listed and handed over; or an offered desk, to be signed for. */
export function HandoverDialog(_: { onClose(): void }) {
  return null
}
