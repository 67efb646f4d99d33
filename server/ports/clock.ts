/** The only source of time on the server; tests bring their own. */
export interface Clock {
  now(): number
  /** Runs `run` after `ms`; returns a function that cancels. */
  after(ms: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
