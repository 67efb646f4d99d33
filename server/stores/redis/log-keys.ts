/** Names of one log's keys in Redis. */
export interface LogKeys {
  /** Stream of records, entry ids `<seq>-0`, fields body, crc, hash. */
  stream: string
  /** Hash {seq, hash}. */
  head: string
  /** Hash key → newest sequence that touched it. */
  newest: string
  /** Before a command id: JSON of what is remembered of the command. */
  commandPrefix: string
}

export function logKeys(prefix: string, name: 'log' | 'access'): LogKeys {
  const stream = `${prefix}:${name}`
  return { stream, head: `${stream}:head`, newest: `${stream}:keys`, commandPrefix: `${stream}:command:` }
}
