import { termHasRun } from '../../shared/erasure/decide.ts'
import { retentionTerms } from '../../shared/erasure/parameters.ts'
import type { Millis } from '../../shared/kernel/ids.ts'
import type { Pipeline } from '../pipeline/handle-command.ts'
import type { LiveBoard } from '../pipeline/live-board.ts'
import type { Clock } from '../ports/clock.ts'
import type { Stores } from '../ports/stores.ts'

export interface RetentionParts {
  live: LiveBoard
  pipeline: Pick<Pipeline, 'giveOwn'>
  stores: Stores
  clock: Clock
  /** Exact tracks are kept so long. */
  tracksKeptFor: Millis
}

/** Of each kind, how many went; of a dry run, how many would. */
export interface RetentionCounts {
  tracks: number
  files: number
  sessions: number
  codes: number
  reasons: number
}

/** Where the chain of reads has been looked through for reasons whose term has run out. */
const cursor = 'retention:reasons'
const page = 1_000

/**
 * Deletes what has outlived its purpose. Each part can be cut off anywhere and be run again: what is gone is gone, and
 * tracks are sealed in the log before the first of them goes.
 */
export async function runRetention(
  parts: RetentionParts,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<RetentionCounts> {
  const { live, pipeline, stores, clock, tracksKeptFor } = parts
  const now = clock.now()
  // One run a day and node has one name: given twice, it stands in the log once.
  const run = `${new Date(now).toISOString().slice(0, 10)}:${stores.tracks.name}`
  const before = startOfDay(now) - tracksKeptFor
  const old = await stores.tracks.older(before)
  const files = [...new Set([...live.board.assistant.keys(), ...live.board.application.keys()])].filter(
    (person) => termHasRun(live.board, person, now),
  )
  const reasons = await reasonsOlderThan(stores, now - retentionTerms.exportReasons)
  if (!dryRun) {
    if (old.points > 0)
      await pipeline.giveOwn(`seal-tracks:${run}:${old.digest}`, 'SealTracks', { before, ...old })
    await stores.tracks.forget(before)
    for (const person of files) await pipeline.giveOwn(`erase:${person}`, 'EraseByTerm', { person })
    for (const text of reasons.texts) await stores.vault.erase(text)
    await stores.meta.put(cursor, String(reasons.upTo))
  }
  const counts: RetentionCounts = {
    ...{ tracks: old.points, files: files.length, reasons: reasons.texts.length },
    sessions: dryRun ? 0 : await stores.sessions.forgetExpired(),
    codes: dryRun ? 0 : await stores.codes.forgetExpired(),
  }
  if (!dryRun) {
    await pipeline.giveOwn(`retention:${run}:${JSON.stringify(counts)}`, 'RecordRetention', { ...counts })
    await stores.meta.put(lastRun(stores.tracks.name), String(now))
  }
  return counts
}

const DAY = 24 * 3_600_000
const startOfDay = (now: Millis) => Math.floor(now / DAY) * DAY

export const lastRun = (node: string): string => `retention:last:${node}`

async function reasonsOlderThan({ access, meta }: Stores, before: Millis) {
  const texts: string[] = []
  let upTo = Number((await meta.get(cursor)) ?? 0)
  for (;;) {
    const events = await access.read(upTo, page)
    for (const { seq, at, data } of events) {
      if (at >= before) return { texts, upTo }
      const { reason } = data as { reason?: { text: string } }
      if (reason) texts.push(reason.text)
      upTo = seq
    }
    if (events.length < page) return { texts, upTo }
  }
}
