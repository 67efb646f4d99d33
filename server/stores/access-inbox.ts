import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '../../shared/kernel/event.ts'
import type { Id, Millis } from '../../shared/kernel/ids.ts'
import type { Stores } from '../ports/stores.ts'
import { appendDurably } from './append-durably.ts'
import { ensurePrivateFile } from './embedded/database.ts'

/** What the command line has taken out of a store: who holds its files reads without a server. */
export interface OutsideRead {
  id: Id
  at: Millis
  kind: 'export' | 'audit'
  about: string[]
  reason: string
}

const file = (dataDir: string) => join(dataDir, 'outside-reads.ndjson')
const operator: Actor = { kind: 'system', id: 'operator' }

/** A running server alone writes its chain: it takes this in before the record is next looked at, and at its start. */
export function leaveForServer(dataDir: string, read: Omit<OutsideRead, 'id'>): void {
  ensurePrivateFile(file(dataDir))
  appendDurably(file(dataDir), `${JSON.stringify({ id: randomUUID(), ...read } satisfies OutsideRead)}\n`)
}

/** Takes in what was left; each once, also when a server was stopped in between: its id is the command's. */
export function outsideReads(dataDir: string, stores: Pick<Stores, 'access' | 'vault'>): () => Promise<void> {
  const taken = `${file(dataDir)}.taken`
  async function take(): Promise<void> {
    if (!existsSync(taken)) {
      if (!existsSync(file(dataDir))) return
      renameSync(file(dataDir), taken)
    }
    for (const line of readFileSync(taken, 'utf8').split('\n'))
      if (line !== '') await recordOutside(stores, JSON.parse(line) as OutsideRead)
    rmSync(taken)
  }
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.catch(() => {}).then(take)
    return last
  }
}

/** The reason goes to the vault, as an officer's does. */
export async function recordOutside(
  { access, vault }: Pick<Stores, 'access' | 'vault'>,
  { id, at, kind, about, reason }: OutsideRead,
): Promise<void> {
  const text = `reason-${id}`
  await vault.put(text, { text: reason })
  const digest = createHash('sha256').update(`${text}:${reason}`).digest('hex')
  await access.append({
    ...{ commandId: id, fingerprint: kind, at, by: operator },
    facts: [{ type: 'Read', keys: [], data: { kind, about, reason: { text, digest } } }],
    read: { keys: [], at: 0 },
  })
}
