import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Id } from '../../../shared/kernel/ids.ts'
import type { Clock } from '../../ports/clock.ts'
import type { TrackStore } from '../../ports/track-store.ts'
import { inTransaction, openDatabase } from './database.ts'
import { foldBlocks } from './fold-tracks.ts'
import { tracksSchema } from './schema.ts'
import {
  addPoint,
  addSaved,
  atOf,
  type Block,
  blockPoints,
  bytesOf,
  carrierOf,
  copyPoint,
  makeBlock,
} from './track-blocks.ts'
import { spanMs, spanOf } from './track-chunk.ts'
import { inTime, joinPoints, makePoints, pointAt } from './track-points.ts'
import { forgetCarrier, forgetOlder, sealOlder } from './track-retention.ts'
import { packOldRows, trackStatements, unpackSpans, volumeName } from './track-sql.ts'

const flushEvery = 1000
/** A span is folded so long after its end; what comes later still is a part of its own. */
const foldAfter = 5000
/** 32 MB: with three quarters of it full everything is folded at once; when the disk takes nothing the oldest go. */
const mostBlocks = 256
const pressed = mostBlocks * 0.75
/** Milliseconds of folding, reading or deleting after which everybody else has a turn. */
const atOnce = 4

/**
 * Tracks of the fixes that came in through this node: as they came for about a minute, in memory and on the disk, then
 * packed by span and carrier. A disk that cannot be written is told to `warn`, once a second.
 */
export function openTracks(path: string, clock: Clock, warn: (sentence: string) => void): TrackStore {
  // The chunks of one carrier lie far apart, beside those of its neighbours, which are often asked for next.
  const database = openDatabase(path, tracksSchema, { durable: false, cache: 16 })
  const sql = trackStatements(database)
  packOldRows(database, sql, () =>
    warn(`The tracks of ${path} are packed, this once: some seconds for each million points.`),
  )
  const name = volumeName(database)
  const noOf = new Map<Id, number>()
  const idOf = new Map<number, Id>()
  let nextCarrier = 1
  for (const { no, id } of sql.carriers.all() as { no: number; id: Id }[]) {
    know(id, no)
    nextCarrier = Math.max(nextCarrier, no + 1)
  }
  /** Those that the disk does not know yet. */
  let newCarriers: number[] = []
  const blocks: Block[] = []
  /** The last of them, while it takes points. */
  let open: Block | null = null
  let nextRow = 1
  for (const { no, points } of sql.freshRows.iterate() as Iterable<{ no: number; points: Uint8Array }>) {
    addSaved(blocks, points)
    nextRow = no + 1
  }
  let cancelFlush: (() => void) | null = null
  let cancelFold: (() => void) | null = null
  let folding = false
  let closed = false
  let last: Promise<void> = Promise.resolve()

  function know(id: Id, no: number) {
    noOf.set(id, no)
    idOf.set(no, id)
  }

  function meet(id: Id): number {
    const no = nextCarrier++
    know(id, no)
    newCarriers.push(no)
    return no
  }

  function write() {
    cancelFlush?.()
    cancelFlush = null
    const unsaved = blocks.filter(({ saved, count }) => saved < count)
    if (unsaved.length === 0) return
    inTransaction(database, () => {
      for (const no of newCarriers) sql.addCarrier.run(no, idOf.get(no) as Id)
      for (const [n, block] of unsaved.entries())
        sql.addFresh.run(nextRow + n, bytesOf(block, block.saved, block.count))
    })
    newCarriers = []
    nextRow += unsaved.length
    for (const block of unsaved) block.saved = block.count
    if (blocks.length >= pressed && !folding) void foldAll().catch(told)
    else foldLater()
  }

  function told(error: unknown) {
    warn(`Tracks cannot be written to ${path}: ${(error as Error).message.replace(/\.$/, '')}.`)
  }

  function tryWrite() {
    try {
      write()
    } catch (error) {
      told(error)
      while (blocks.length > mostBlocks)
        blocks.splice(
          Math.max(
            0,
            blocks.findIndex(({ saved }) => saved === 0),
          ),
          1,
        )
      writeLater()
    }
  }

  function writeLater() {
    cancelFlush ??= clock.after(flushEvery, tryWrite)
  }

  function foldLater() {
    const due = (spanOf(clock.now()) + 1) * spanMs + foldAfter - clock.now()
    cancelFold ??= clock.after(due, () => {
      cancelFold = null
      void foldInTurn(() => spanOf(clock.now()) - 1).catch(told)
    })
  }

  /** One after the other. */
  function foldInTurn(upTo: () => number): Promise<void> {
    const mine = last.then(() => fold(upTo()))
    last = mine.catch(() => {})
    return mine
  }
  const foldAll = () => foldInTurn(() => Infinity)

  /** Runs work that has a piece between two `yield`s in transactions of a few milliseconds each. */
  async function inSlices<T>(work: Generator<void, T>): Promise<T> {
    for (;;) {
      const { done, value } = inTransaction(database, () => {
        const until = performance.now() + atOnce
        let piece = work.next()
        while (!piece.done && performance.now() < until) piece = work.next()
        return piece
      })
      if (done) return value as T
      await nextTurn()
    }
  }

  /** Packs what is held of the spans up to `upTo`. Cut off anywhere it can be done again: a point twice is one point. */
  async function fold(upTo: number): Promise<void> {
    // Rows that a full disk kept from being removed would bring back who has been forgotten.
    if (closed || (blocks.length === 0 && sql.oldestFresh.get()?.no === null)) return
    folding = true
    try {
      write()
      const part = nextRow++
      sql.addFresh.run(part, new Uint8Array())
      const taken = blocks.slice()
      open = null
      const left = await inSlices(
        foldBlocks(taken, upTo, nextCarrier, (span, carrier, count, bytes) => {
          sql.addChunk.run(span, carrier, part, count, bytes)
        }),
      )
      sql.changeFresh.run(Buffer.concat(left.map((block) => bytesOf(block, 0, block.count))), part)
      blocks.splice(0, taken.length, ...left)
      await inSlices(removeFresh(part))
    } finally {
      folding = false
    }
  }

  function* removeFresh(before: number): Generator<void, void> {
    for (;;) {
      const no = (sql.oldestFresh.get()?.no as number | null) ?? before
      if (no >= before) return
      sql.removeFresh.run(no)
      yield
    }
  }

  return {
    name,
    append(carrier, at, lat, lng, accuracy, speed) {
      const no = noOf.get(carrier) ?? meet(carrier)
      if (!open) {
        open = makeBlock()
        blocks.push(open)
      }
      addPoint(open, no, at, lat, lng, accuracy, speed)
      if (open.count < blockPoints) writeLater()
      else {
        open = null
        tryWrite()
      }
    },
    async read(carrier, from, to) {
      const no = noOf.get(carrier)
      if (no === undefined) return []
      const isWanted = (at: number) => at >= from && at <= to
      // First those in memory: what is folded meanwhile is then found twice, and counts once.
      const held = makePoints(64)
      for (const block of blocks)
        for (let i = 0; i < block.count; i++)
          if (carrierOf(block, i) === no && isWanted(atOf(block, i))) copyPoint(block, i, held)
      const points = makePoints(1024)
      await inSlices(unpackSpans(sql, no, spanOf(from), spanOf(to), points))
      joinPoints(points, held)
      return Array.from(inTime(points), (i) => pointAt(points, i)).filter(({ at }) => isWanted(at))
    },
    async older(before) {
      await foldAll()
      return inSlices(sealOlder(sql, idOf, before))
    },
    async forget(before) {
      await foldAll()
      return inSlices(forgetOlder(sql, before))
    },
    async forgetCarrier(carrier) {
      const no = noOf.get(carrier)
      if (no === undefined) return
      await foldAll()
      await inSlices(forgetCarrier(sql, no))
      if (blocks.some((block) => holds(block, no))) return
      noOf.delete(carrier)
      idOf.delete(no)
      sql.removeCarrier.run(no)
    },
    async flush() {
      write()
    },
    async close() {
      if (closed) return
      tryWrite()
      closed = true
      await last
      cancelFlush?.()
      cancelFold?.()
      database.close()
    },
  }
}

function holds(block: Block, carrier: number): boolean {
  for (let i = 0; i < block.count; i++) if (carrierOf(block, i) === carrier) return true
  return false
}
