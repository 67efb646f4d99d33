import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../../server/ports/clock.ts'
import { StoreUnavailable } from '../../../server/ports/event-log.ts'
import type { Stores } from '../../../server/ports/stores.ts'
import { parseCheckpoints } from '../../../server/stores/checkpoints.ts'
import { inTransaction } from '../../../server/stores/embedded/database.ts'
import { openEmbedded } from '../../../server/stores/embedded/open.ts'
import { anAppend } from '../../contract/append.ts'

let dir: string
let opened: Stores[]
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'serik-open-'))
  opened = []
})
afterEach(async () => {
  for (const stores of opened) await stores.close()
  rmSync(dir, { recursive: true, force: true })
})

async function open(over: Partial<Parameters<typeof openEmbedded>[0]> = {}) {
  const stores = await openEmbedded({ dataDir: join(dir, 'data'), clock: systemClock, ...over })
  opened.push(stores)
  return stores
}

test('STORE-8 a second owner of one data folder is refused with one sentence, until the first lets go', async () => {
  const first = await open()
  await expect(open()).rejects.toThrow(StoreUnavailable)
  await expect(open()).rejects.toThrow(
    /^Another Serik server is using .+; stop it, or start this one with another DATA_DIR\.$/,
  )
  await first.close()
  await open()
})

test('STORE-9 a data folder that cannot be used is refused with one sentence', async () => {
  writeFileSync(join(dir, 'file'), '')
  const refused = open({ dataDir: join(dir, 'file', 'data') })
  await expect(refused).rejects.toThrow(StoreUnavailable)
  await expect(refused).rejects.toThrow(/^The data folder .+ cannot be used: .*ENOTDIR.*\.$/)
  writeFileSync(
    join(dir, 'log.db'),
    'no database at all, but long enough to have a header of its own'.repeat(20),
  )
  await expect(open({ dataDir: dir })).rejects.toThrow(/^The data folder .+ cannot be used: .+not a database/)
})

test('STORE-10 only the owner may read what is in the data folder', async () => {
  const { log, vault } = await open()
  await log.append(anAppend([['unit:a']]))
  await vault.put('p1', { name: 'Серік' })
  const data = join(dir, 'data')
  expect(statSync(data).mode & 0o777).toBe(0o700)
  for (const file of readdirSync(data))
    expect([file, statSync(join(data, file)).mode & 0o077]).toEqual([file, 0])
})

test('VAULT-4 the files hold no name and no phone in the clear, and nothing of a person once erased', async () => {
  const { vault, close } = await open()
  await vault.put('person-1', { name: 'Kassymov Yerlan', phone: '+77011234567' })
  const everything = () =>
    readdirSync(join(dir, 'data'))
      .map((file) => readFileSync(join(dir, 'data', file)).toString('latin1'))
      .join()
  expect(everything()).toContain('person-1')
  for (const secret of ['Kassymov', 'kassymov', '7011234567']) expect(everything()).not.toContain(secret)
  await vault.erase('person-1')
  expect(everything()).not.toContain('person-1')
  await close()
})

test('VAULT-5 a vault key that is malformed, or not the one the vault was made with, is refused', async () => {
  const vaultKey = Buffer.alloc(32, 7).toString('base64')
  await expect(open({ vaultKey: 'short' })).rejects.toThrow('SERIK_VAULT_KEY is not 32 bytes in base64.')
  await (await open({ vaultKey })).close()
  await expect(open()).rejects.toThrow(
    'The vault key (SERIK_VAULT_KEY) is not the one this store was made with.',
  )
  await open({ vaultKey })
})

test('LOG-17 the appends of one turn of the loop are one group, decided in the order given', async () => {
  const { log } = await open()
  const groups: number[] = []
  log.follow(0, (events) => groups.push(events.length))
  const read = (at: number) => ({ read: { keys: ['unit:a' as const], at } })
  const answers = await Promise.all([
    log.append(anAppend([['unit:a']], read(0))),
    log.append(anAppend([['unit:a']], read(0))),
    log.append(anAppend([['unit:a']], read(1))),
    log.append(anAppend([['unit:b']])),
  ])
  expect(answers.map((answer) => (answer.ok ? answer.upTo : answer.why))).toEqual([1, 'conflict', 2, 3])
  await log.append(anAppend([['unit:c']]))
  expect(groups.reduce((sum, n) => sum + n)).toBe(4)
  expect(groups.length).toBeLessThanOrEqual(2)
})

test('LOG-18 a command id is forgotten after 7 days and not before', async () => {
  let now = 1_790_000_000_000
  const day = 86_400_000
  const { log } = await open({ clock: { now: () => now, after: () => () => {} } })
  const append = anAppend([['unit:a']])
  await log.append(append)
  now += 7 * day - 1
  await log.append(anAppend([['unit:b']]))
  expect(await log.known(append.commandId, 'a')).not.toBeNull()
  now += day
  await log.append(anAppend([['unit:c']]))
  expect(await log.known(append.commandId, 'a')).toBeNull()
})

test('LOG-19 a checkpoint of both chains is written every 1,000 records and at the close', async () => {
  const checkpointDir = join(dir, 'elsewhere')
  const stores = await open({ checkpointDir })
  for (let n = 0; n < 4; n++)
    await Promise.all(Array.from({ length: 300 }, () => stores.log.append(anAppend([['unit:a']]))))
  await stores.access.append(anAppend([['unit:a']]))
  const heads = { log: await stores.log.head(), access: await stores.access.head() }
  await stores.close()
  const lines = parseCheckpoints(readFileSync(join(checkpointDir, 'checkpoints.ndjson'), 'utf8'))
  expect(lines.map(({ log, access }) => [log.seq, access.seq])).toEqual([
    [1200, 0],
    [1200, 1],
  ])
  expect(lines[1]).toMatchObject(heads)
  await (await open({ checkpointDir })).close()
  expect(readFileSync(join(checkpointDir, 'checkpoints.ndjson'), 'utf8').split('\n')).toHaveLength(3)
})

test('STORE-16 a full disk is told as such, by whatever was to be written, and passes', () => {
  const database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE rows (text TEXT); PRAGMA max_page_count = 3')
  const write = () =>
    inTransaction(database, () => database.prepare('INSERT INTO rows VALUES (?)').run('x'.repeat(20_000)))
  expect(write).toThrow(StoreUnavailable)
  expect(write).toThrow(/^The disk is full: \S+\.$/)
  database.exec('PRAGMA max_page_count = 100')
  expect(write).not.toThrow()
})
