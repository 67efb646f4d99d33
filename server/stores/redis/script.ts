import { createHash } from 'node:crypto'
import type { Redis } from './connection.ts'

export interface Script {
  text: string
  sha1: string
}

export function script(text: string): Script {
  return { text, sha1: createHash('sha1').update(text).digest('hex') }
}

/** Runs a Lua script atomically; its text travels only when Redis does not know it yet. */
export async function run(
  client: Redis,
  { text, sha1 }: Script,
  keys: string[],
  args: string[],
): Promise<unknown> {
  try {
    return await client.evalSha(sha1, { keys, arguments: args })
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
    return await client.eval(text, { keys, arguments: args })
  }
}
