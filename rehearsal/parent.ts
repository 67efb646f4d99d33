// From the first line on: whoever still starts does not stay behind.
process.once('disconnect', () => process.exit(0))

/** Asks the process that started this one; it answers the questions in their order. */
export function ask<Answer>(question: unknown): Promise<Answer> {
  return new Promise((done) => {
    process.once('message', (answer) => done(answer as Answer))
    process.send?.({ question })
  })
}

/** Ends when the one who started it says so; Ctrl-C goes to both, and is the other's to answer. */
export function endWithParent(stop: () => void): void {
  process.on('SIGINT', () => {})
  process.once('SIGTERM', () => {
    stop()
    process.exit(0)
  })
}
