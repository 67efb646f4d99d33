import { createClient } from 'redis'
import { type StoreFault, StoreUnavailable } from '../../ports/event-log.ts'

export type Redis = ReturnType<typeof newClient>

/** A command that Redis has not answered by then has an unknown outcome (milliseconds). */
export const answerWithin = 2000
const connectWithin = 3000
const longestPause = 1000

function newClient(url: string, everConnected: () => boolean) {
  return createClient({
    url,
    // Commands of a time without a connection must be refused, not carried out later behind the caller's back.
    disableOfflineQueue: true,
    commandsQueueMaxLength: 10_000,
    pingInterval: 5000,
    socket: {
      connectTimeout: connectWithin,
      socketTimeout: 15_000,
      reconnectStrategy: (retries, cause) =>
        everConnected() ? Math.min(50 * 2 ** Math.min(retries, 10), longestPause) : cause,
    },
  })
}

/** Connects, or rejects with one sentence; once connected it comes back by itself after every cut. */
export async function connect(url: string, warn: (sentence: string) => void): Promise<Redis> {
  const where = new URL(url).host
  let connected = false
  let lost = false
  const client = newClient(url, () => connected)
  client.on('error', (error: Error) => {
    if (connected && !lost) warn(`The connection to Redis at ${where} is lost: ${reasonOf(error)}.`)
    lost = true
  })
  client.on('ready', () => {
    lost = false
  })
  try {
    await within(connectWithin, client.connect())
    connected = true
    return client
  } catch (error) {
    client.destroy()
    throw new StoreUnavailable(`Redis at ${where} (REDIS_URL) cannot be used: ${reasonOf(error)}.`)
  }
}

/** Waits for an answer of Redis; whatever goes wrong becomes StoreUnavailable, and a command sent may still be carried out. */
export async function ask<T>(answer: Promise<T>): Promise<T> {
  try {
    return await within(answerWithin, answer)
  } catch (error) {
    const reason = reasonOf(error)
    throw new StoreUnavailable(`Redis does not answer: ${reason}.`, faultIn(reason))
  }
}

/** Redis answers, but takes no writes: its memory is used up (OOM), or its file cannot grow (MISCONF). */
function faultIn(reason: string): StoreFault {
  if (/\bOOM\b|No space left/.test(reason)) return 'store.full'
  return /\b(MISCONF|READONLY|NOREPLICAS)\b/.test(reason) ? 'store.unwritable' : 'store.silent'
}

async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

function reasonOf(error: unknown): string {
  const { message, code, cause } = error as NodeJS.ErrnoException & { cause?: unknown }
  return (message || code || (cause ? reasonOf(cause) : 'unknown')).replace(/\.$/, '')
}
