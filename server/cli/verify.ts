import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Checkpoint } from '../ports/record-scan.ts'
import { checkpointFile, parseCheckpoints } from '../stores/checkpoints.ts'
import type { LogRecord } from '../stores/record.ts'
import { connect, type Redis } from '../stores/redis/connection.ts'
import { type LogKeys, logKeys } from '../stores/redis/log-keys.ts'
import { defaultPrefix } from '../stores/redis/open.ts'
import { readHead, readRecords } from '../stores/redis/records.ts'
import { verifyChain, type Witness } from '../stores/verify-chain.ts'

export interface VerifyOptions {
  /** The embedded store's folder; may be in use by a running server. */
  dataDir?: string
  /** The Redis store instead. */
  redisUrl?: string
  prefix?: string
  /** A checkpoints.ndjson, best a copy kept elsewhere; without it the one in `dataDir`, when there is one. */
  checkpoint?: string
}

const chains = ['log', 'access'] as const
const pageSize = 1000

/** Proves both chains of a store without the server. `lines` are sentences for the operator, one a chain. */
export async function verify(options: VerifyOptions): Promise<{ ok: boolean; lines: string[] }> {
  try {
    const checkpoints = readCheckpoints(options)
    const findings = options.redisUrl
      ? await verifyRedis(options.redisUrl, options.prefix ?? defaultPrefix, checkpoints)
      : await verifyEmbedded(options.dataDir ?? './data', checkpoints)
    const lines = findings.map(({ line }) => line)
    if (checkpoints.length === 0)
      lines.push('No checkpoint file was given: a cut end or a chain rewritten as a whole would not be seen.')
    else lines.push(`${checkpoints.length} checkpoint(s) were compared.`)
    return { ok: findings.every(({ ok }) => ok), lines }
  } catch (error) {
    return { ok: false, lines: [(error as Error).message] }
  }
}

function readCheckpoints({ checkpoint, dataDir, redisUrl }: VerifyOptions): Checkpoint[] {
  const path =
    checkpoint ?? (dataDir !== undefined || !redisUrl ? checkpointFile(dataDir ?? './data') : undefined)
  if (path === undefined || (checkpoint === undefined && !existsSync(path))) return []
  try {
    return parseCheckpoints(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`The checkpoints in ${path} cannot be used: ${(error as Error).message}.`)
  }
}

function witnesses(chain: (typeof chains)[number], checkpoints: Checkpoint[]): Witness[] {
  return checkpoints.map(({ at, [chain]: head }) => ({
    by: `the checkpoint of ${new Date(at).toISOString()}`,
    ...head,
  }))
}

async function verifyEmbedded(dataDir: string, checkpoints: Checkpoint[]) {
  const findings = []
  for (const chain of chains) {
    const path = join(dataDir, `${chain}.db`)
    if (!existsSync(path)) throw new Error(`There is no store in ${dataDir}: ${path} is missing.`)
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 })
    try {
      const known = [...witnesses(chain, checkpoints), ...keysOf(database)]
      findings.push(await verifyChain(chain, pagesOf(database), known))
    } finally {
      database.close()
    }
  }
  return findings
}

/** The keys' table remembers how far the chain went, unless it was cut too. */
function keysOf(database: DatabaseSync): Witness[] {
  try {
    const seq = database.prepare('SELECT max(seq) AS seq FROM key_seq').get()?.seq as number | null
    return [{ by: 'the table of keys', seq: seq ?? 0, hash: '' }]
  } catch {
    return []
  }
}

/** A chain of the embedded store, page by page. */
export function* pagesOf(database: DatabaseSync): Generator<LogRecord[]> {
  const select = database.prepare(
    'SELECT seq, body, crc, hash FROM records WHERE seq > ? ORDER BY seq LIMIT ?',
  )
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const page = select.all(after, pageSize) as unknown as LogRecord[]
    const last = page.at(-1)
    if (!last) return
    yield page
    after = last.seq
  }
}

async function verifyRedis(url: string, prefix: string, checkpoints: Checkpoint[]) {
  const client = await connect(url, () => {})
  try {
    const findings = []
    for (const chain of chains) {
      const keys = logKeys(prefix, chain)
      const head = await readHead(client, keys)
      const known = [...witnesses(chain, checkpoints), { by: 'the head kept beside it', ...head }]
      findings.push(await verifyChain(chain, pagesOfStream(client, keys), known))
    }
    return findings
  } finally {
    client.destroy()
  }
}

/** A chain of the Redis store, page by page. */
export async function* pagesOfStream(client: Redis, keys: LogKeys): AsyncGenerator<LogRecord[]> {
  let from = 0
  for (;;) {
    const page = await readRecords(client, keys, from, pageSize)
    const last = page.at(-1)
    if (!last) return
    yield page
    from = Math.floor(last.seq) + 1
  }
}
