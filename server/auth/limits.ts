import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

/** Per node. A wrong password or code costs a point of the login and of the address; a right one costs nothing. */
export const limits = {
  login: new RateLimiterMemory({ points: 5, duration: 600, blockDuration: 600 }),
  address: new RateLimiterMemory({ points: 60, duration: 600 }),
  /** Commands of one account or device; calls for help have their own bucket. */
  commands: new RateLimiterMemory({ points: 120, duration: 10 }),
  sos: new RateLimiterMemory({ points: 100, duration: 10 }),
  /** A greeting is answered with the whole board. */
  greetings: new RateLimiterMemory({ points: 20, duration: 10 }),
  reads: new RateLimiterMemory({ points: 300, duration: 10 }),
  /** Applications of one address in an hour: a village may share one. */
  apply: new RateLimiterMemory({ points: 20, duration: 3600 }),
  /** Questions of one address after an application in an hour. */
  followUp: new RateLimiterMemory({ points: 40, duration: 3600 }),
  /** Codes of office that one address has checked in a minute: a market may share one. */
  proof: new RateLimiterMemory({ points: 30, duration: 60 }),
  fixes: new RateLimiterMemory({ points: 100, duration: 10 }),
  /** Batches of one gateway, of 20,000 fixes at most. */
  batches: new RateLimiterMemory({ points: 100, duration: 10 }),
  /** Single fixes: a day without a network at one in five seconds comes back in two minutes. */
  fixesTold: new RateLimiterMemory({ points: 10_000, duration: 60 }),
}

/** Seconds to wait when all points are spent; takes none. */
export async function blocked(limiter: RateLimiterMemory, who: string): Promise<number> {
  const state = await limiter.get(who)
  return state && state.remainingPoints <= 0 ? Math.max(1, Math.ceil(state.msBeforeNext / 1000)) : 0
}

/** Takes points; seconds to wait when there are none left, else 0. */
export async function take(limiter: RateLimiterMemory, who: string, points = 1): Promise<number> {
  try {
    await limiter.consume(who, points)
    return 0
  } catch (spent) {
    return Math.max(1, Math.ceil((spent as RateLimiterRes).msBeforeNext / 1000))
  }
}
