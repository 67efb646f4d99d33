import { createHash } from 'node:crypto'
import type { Redis } from './connection.ts'

export interface Script {
  text: string
  sha1: string
}

export function script(text: string): Script {
  return { text, sha1: createHash('sha1').update(text).digest('hex') }
}

/** Every caller has its own limit of time (`ask`); the client's costs more than the command. */
const noTimeout = { timeout: 0 }

/** Runs a Lua script atomically; its text travels only when Redis does not know it yet. */
export async function run(
  client: Redis,
  { text, sha1 }: Script,
  keys: string[],
  args: string[],
): Promise<unknown> {
  const rest = [String(keys.length), ...keys, ...args]
  try {
    return await client.sendCommand(['EVALSHA', sha1, ...rest], noTimeout)
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
    return await client.sendCommand(['EVAL', text, ...rest], noTimeout)
  }
}
