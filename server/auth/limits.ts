import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

/** Per node. A wrong password or code costs a point of the login and of the address; a right one costs nothing. */
export const limits = {
  login: new RateLimiterMemory({ points: 5, duration: 600, blockDuration: 600 }),
  address: new RateLimiterMemory({ points: 60, duration: 600 }),
  /** Commands of one account or device; calls for help have their own bucket. */
  commands: new RateLimiterMemory({ points: 120, duration: 10 }),
  sos: new RateLimiterMemory({ points: 100, duration: 10 }),
  reads: new RateLimiterMemory({ points: 300, duration: 10 }),
  fixes: new RateLimiterMemory({ points: 100, duration: 10 }),
}

/** Seconds to wait when all points are spent; takes none. */
export async function blocked(limiter: RateLimiterMemory, who: string): Promise<number> {
  const state = await limiter.get(who)
  return state && state.remainingPoints <= 0 ? Math.max(1, Math.ceil(state.msBeforeNext / 1000)) : 0
}

/** Takes a point; seconds to wait when there is none left, else 0. */
export async function take(limiter: RateLimiterMemory, who: string): Promise<number> {
  try {
    await limiter.consume(who)
    return 0
  } catch (spent) {
    return Math.max(1, Math.ceil((spent as RateLimiterRes).msBeforeNext / 1000))
  }
}
