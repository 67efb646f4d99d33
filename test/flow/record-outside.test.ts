import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '../../server/cli/export.ts'
import { retention } from '../../server/cli/retention.ts'
import { systemClock } from '../../server/ports/clock.ts'
import { openEmbedded } from '../../server/stores/embedded/open.ts'
import { verifyExport } from '../../shared/record/verify-export.ts'
import { webProofs } from '../../shared/record/web-proofs.ts'
import type { ReadQuestion } from '../../shared/wire/read.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { startRedis, type TestRedis } from '../kit/redis.ts'
import { patrolIn, type Served, serve, staff } from '../kit/server.ts'

const auditorOf = [{ role: 'auditor' as const, regions: ['almaty'], operations: [] }]
const all: ReadQuestion & { kind: 'audit' } = {
  ...{ kind: 'audit', chain: 'access', from: null, to: null, what: 'export', actor: null, about: null },
  ...{ operation: null, text: null, before: null, limit: 10 },
}
const folder = mkdtempSync(join(tmpdir(), 'serik-outside-'))
const opened: Connected[] = []
let redis: TestRedis
let server: Served

async function patrolOf(one: Served) {
  const desk = await connect(
    one.address,
    await staff(one, [{ role: 'duty-officer', regions: ['almaty'], operations: [] }]),
  )
  opened.push(desk)
  const given = await desk.give('OpenOperation', patrolIn('almaty/medeu'))
  const { operation } = (given as { result: { operation: string } }).result
  return { operation, number: one.app.reads.past.numberOf(operation) ?? 0 }
}

beforeAll(async () => {
  redis = await startRedis()
  server = await serve()
})
afterAll(async () => {
  for (const one of opened) one.close()
  await server.stop()
  await redis.stop()
  rmSync(folder, { recursive: true })
})

test('RECORD-208 an export by the command line beside a running server stands in its access log, with the reason', async () => {
  const { operation, number } = await patrolOf(server)
  const file = join(folder, 'one.jsonl')
  await exportRecord({ file, asked: { operation: number }, dataDir: server.folder, reason: 'inspection 17' })
  const auditor = await connect(server.address, await staff(server, auditorOf))
  opened.push(auditor)
  for (const _ of [1, 2])
    expect((await auditor.read<'audit'>(all)).events).toMatchObject([
      { by: { kind: 'system', id: 'operator' }, data: { about: [operation], reason: 'inspection 17' } },
    ])
})

test('RECORD-209 without a server the command line writes the access log itself, before the file', async () => {
  const dataDir = join(folder, 'stopped')
  const one = await serve({ DATA_DIR: dataDir })
  const { operation, number } = await patrolOf(one)
  await one.stop(true)
  await exportRecord({
    ...{ file: join(folder, 'two.jsonl'), asked: { operation: number }, dataDir, reason: 'court order' },
  })
  const stores = await openEmbedded({ dataDir, clock: systemClock })
  const { seq } = await stores.access.head()
  expect((await stores.access.read(seq - 1, 1))[0]?.data).toMatchObject({
    kind: 'export',
    about: [operation],
  })
  await stores.close()
})

test('RECORD-210 out of Redis an operation is exported by the server and by the command line, and both prove themselves', async () => {
  const vaultKey = randomBytes(32).toString('base64')
  const one = await serve({ REDIS_URL: redis.url, SERIK_VAULT_KEY: vaultKey })
  const { operation, number } = await patrolOf(one)
  const { cookie, password, account } = await staff(one, auditorOf)
  const response = await fetch(`${one.address}/api/record/export`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ operation, password, reason: 'inspection' }),
  })
  const known = { key: one.app.record.key, anchors: [] }
  expect(await verifyExport(await response.text(), webProofs, known)).toMatchObject({
    ok: true,
    export: { header: { by: account }, records: 1 },
  })
  const file = join(folder, 'redis.jsonl')
  process.env.SERIK_VAULT_KEY = vaultKey
  try {
    const where = { dataDir: one.folder, redisUrl: redis.url }
    await exportRecord({ file, asked: { operation: number }, reason: 'inspection', ...where })
  } finally {
    delete process.env.SERIK_VAULT_KEY
  }
  expect(await verifyExport(readFileSync(file, 'utf8'), webProofs, known)).toMatchObject({ ok: true })
  const { access } = one.app.stores
  const { seq } = await access.head()
  expect((await access.read(seq - 2, 2)).map(({ by }) => by.id)).toEqual([account, 'operator'])
  await one.stop()
})

test('RETAIN-212 the command line runs the retention of a stopped store, dry or not, and says what went', async () => {
  const dataDir = join(folder, 'kept')
  const one = await serve({ DATA_DIR: dataDir })
  const old = Date.now() - 40 * 24 * 3_600_000
  one.app.stores.tracks.append('a1', old, 43.2, 76.9, 5, Number.NaN)
  const env = { DATA_DIR: dataDir, SERIK_REHEARSAL: 'off' }
  await expect(retention(env, true)).rejects.toThrow('Another Serik server is using')
  await one.stop(true)
  expect(await retention(env, true)).toMatch(/^Would delete: 1 points of tracks/)
  expect(await retention(env, false)).toMatch(/^Deleted: 1 points of tracks/)
  expect(await retention(env, false)).toMatch(/^Deleted: 0 points of tracks/)
})
