import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { belongsTo } from '../../shared/board/record-scope.ts'
import type { ChainRecord, ExportScope } from '../../shared/record/format.ts'
import { exportLines } from '../../shared/record/write-export.ts'
import { readCheckpoints } from '../stores/checkpoints.ts'
import { connect } from '../stores/redis/connection.ts'
import { logKeys } from '../stores/redis/log-keys.ts'
import { defaultPrefix } from '../stores/redis/open.ts'
import { ownSigningKey, recordSeal } from '../stores/signing-key.ts'
import { noteOutside } from './record-outside.ts'
import { pagesOf, pagesOfStream } from './verify.ts'

export interface ExportOptions {
  file: string
  asked: { operation: number } | { from: number; to: number }
  /** The embedded store's folder, or where this node keeps its checkpoints and its key. */
  dataDir: string
  redisUrl?: string
  /** Stands in the access log with it. */
  reason: string
}

/** Writes a signed export beside a running server or without one; whoever holds the store's files may. */
export async function exportRecord({
  file,
  asked,
  dataDir,
  redisUrl,
  reason,
}: ExportOptions): Promise<string> {
  const log = join(dataDir, 'log.db')
  if (!redisUrl && !existsSync(log)) throw new Error(`There is no store in ${dataDir}: ${log} is missing.`)
  const database = redisUrl ? null : new DatabaseSync(log, { readOnly: true, timeout: 5000 })
  const client = redisUrl ? await connect(redisUrl, () => {}) : null
  const pages = () =>
    database ? pagesOf(database) : client ? pagesOfStream(client, logKeys(defaultPrefix, 'log')) : []
  try {
    const scope = 'from' in asked ? asked : await operationNumbered(pages(), asked.operation)
    const about = 'operation' in scope ? scope.operation : `log/${scope.from}/${scope.to}`
    const where = { dataDir, ...(redisUrl && { redisUrl }) }
    await noteOutside({ kind: 'export', about: [about], reason }, where)
    const lines = exportLines({
      pages: pages(),
      header: { at: Date.now(), by: 'operator', scope },
      belongs: belongsTo(scope),
      anchors: new Set(readCheckpoints(dataDir).map((one) => one.log.seq)),
      seal: recordSeal(process.env.SERIK_SIGNING_KEY || ownSigningKey(dataDir)),
    })
    const records = await writeLines(file, lines)
    if (records === 0) throw new Error('There is no record of that.')
    return `${file}: ${records} lines, signed.`
  } finally {
    database?.close()
    client?.destroy()
  }
}

async function operationNumbered(
  pages: AsyncIterable<ChainRecord[]> | Iterable<ChainRecord[]>,
  number: number,
): Promise<ExportScope> {
  for await (const page of pages)
    for (const { body } of page) {
      if (!body.includes('"OperationOpened"')) continue
      const { type, data } = JSON.parse(body)
      if (type === 'OperationOpened' && data.number === number) return { operation: data.operation, number }
    }
  throw new Error(`There is no operation ${number} in this store.`)
}

async function writeLines(file: string, lines: AsyncIterable<string>): Promise<number> {
  let written = 0
  let to: number | null = null
  try {
    for await (const line of lines) {
      to ??= openSync(file, 'w', 0o600)
      writeSync(to, line)
      written++
    }
  } finally {
    if (to !== null) closeSync(to)
  }
  return written
}
