import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Head } from '../ports/event-log.ts'
import type { Checkpoint } from '../ports/record-scan.ts'
import { appendDurably } from './append-durably.ts'
import { ensurePrivateFile } from './embedded/database.ts'
import { emptyHead } from './record.ts'

export const checkpointFile = (folder: string) => join(folder, 'checkpoints.ndjson')

/** How many records of one chain may follow the last line. */
const every = 1000

export interface CheckpointWriter {
  moved(chain: 'log' | 'access', head: Head): void
  /** Writes a line unless the last one says the same. */
  write(): void
}

/** Appends to `folder`/checkpoints.ndjson; a folder that cannot be written is told to `warn` and tried again later. */
export function checkpointWriter(
  folder: string,
  heads: { log: Head; access: Head },
  now: () => number,
  warn: (sentence: string) => void,
): CheckpointWriter {
  const path = checkpointFile(folder)
  const current = { ...heads }
  let written = { ...heads }

  function write() {
    if (current.log.hash === written.log.hash && current.access.hash === written.access.hash) return
    written = { ...current }
    try {
      ensurePrivateFile(path)
      appendDurably(path, `${JSON.stringify({ at: now(), ...current } satisfies Checkpoint)}\n`)
    } catch (error) {
      warn(`The checkpoint could not be written to ${path}: ${(error as Error).message}.`)
    }
  }

  return {
    moved(chain, head) {
      current[chain] = head
      if (head.seq - written[chain].seq >= every) write()
    },
    write,
  }
}

/** Those that stand in `folder`; none when there is no file yet. */
export function readCheckpoints(folder: string): Checkpoint[] {
  const path = checkpointFile(folder)
  return existsSync(path) ? parseCheckpoints(readFileSync(path, 'utf8')) : []
}

/** Throws an Error that names the first line that is no checkpoint. */
export function parseCheckpoints(text: string): Checkpoint[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, n) => {
      const checkpoint = parseLine(line)
      if (!checkpoint) throw new Error(`line ${n + 1} of the checkpoint file is no checkpoint`)
      return checkpoint
    })
}

function parseLine(line: string): Checkpoint | null {
  try {
    const { at, log, access } = JSON.parse(line)
    return Number.isFinite(at) && isHead(log) && isHead(access) ? { at, log, access } : null
  } catch {
    return null
  }
}

function isHead(value: unknown): value is Head {
  const head = value as Head | null
  return (
    Number.isInteger(head?.seq) &&
    typeof head?.hash === 'string' &&
    head.hash.length === emptyHead.hash.length
  )
}
