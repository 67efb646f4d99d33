import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '../../server/cli/export.ts'
import { verifyFile } from '../../server/cli/verify-file.ts'
import { squareRing } from '../../shared/geo/ring-shapes.ts'
import { verifyExport } from '../../shared/record/verify-export.ts'
import { webProofs } from '../../shared/record/web-proofs.ts'
import { connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

const centre = { lat: 43.24, lng: 76.905 }
const grant = (role: 'auditor' | 'supervisor' | 'duty-officer', region = 'almaty') => [
  { role, regions: [region], operations: [] },
]
let folder: string
let server: Served
let auditor: Awaited<ReturnType<typeof staff>>
let first: string
let second: string
let key: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serik-record-'))
  server = await serve()
  auditor = await staff(server, grant('auditor'))
  const desk = await connect(server.address, await staff(server, grant('duty-officer')))
  const open = async (title: string) => {
    const given = await desk.give('OpenOperation', {
      ...{ kind: 'patrol', title, region: 'almaty/medeu', perimeter: squareRing(centre, 2_000), places: [] },
      window: { from: Date.now(), to: Date.now() + 3 * 3_600_000 },
    })
    return (given as { result: { operation: string } }).result.operation
  }
  first = await open('Garden')
  second = await open('Market')
  await desk.give('AddNote', { operation: first, note: 'Айгүл is called here' })
  await carrier(server, 'assistant')
  await desk.give('CloseOperation', { operation: first, outcome: 'done' })
  desk.close()
  key = ((await (await fetch(`${server.address}/api/record/key`)).json()) as { key: string }).key
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

const post = (body: object, cookie = auditor.cookie) =>
  fetch(`${server.address}/api/record/export`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'inspection', password: auditor.password, ...body }),
  })
const code = async (body: object, cookie?: string) =>
  ((await (await post(body, cookie)).json()) as { code: string }).code

test('EXPORT-8 an auditor takes an operation out, signed; it holds that operation only, and nothing personal', async () => {
  const response = await post({ operation: first })
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="?record-\d+\.jsonl/)
  const text = await response.text()
  const verdict = await verifyExport(text, webProofs, { key })
  expect(verdict).toMatchObject({ ok: true, export: { header: { by: auditor.account } } })
  expect(text).toContain('Garden')
  expect(text).not.toContain('Market')
  expect(text).not.toContain('Айгүл')
  expect(text).not.toContain('Person ')
})

test('EXPORT-9 every export stands in the access log before it leaves', async () => {
  await (await post({ operation: second })).text()
  const { access } = server.app.stores
  const { seq } = await access.head()
  const [last] = await access.read(seq - 1, 1)
  expect(last).toMatchObject({
    by: { kind: 'staff', id: auditor.account },
    data: { kind: 'export', about: [second] },
  })
})

test('RECORD-200 an export asks for its reason and for the password again; the reason stands sealed beside it', async () => {
  const { access, vault } = server.app.stores
  const before = (await access.head()).seq
  expect(await code({ operation: second, reason: '' })).toBe('command.invalid')
  expect(await code({ operation: second, password: '' })).toBe('command.invalid')
  expect(await code({ operation: second, password: 'a guess' })).toBe('password.wrong')
  expect((await access.head()).seq).toBe(before)
  await (await post({ operation: second, reason: 'Жалоба 17' })).text()
  const [last] = await access.read(before, 1)
  if (!last) throw new Error('nothing is recorded')
  const { reason } = last.data as { reason: { text: string } }
  expect(JSON.stringify(last)).not.toContain('Жалоба')
  expect(await vault.get(reason.text)).toEqual({ text: 'Жалоба 17' })
})

test('ATTACK-8 one officer has one export at a time, also when several are asked for in the same moment', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => post({ operation: second })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 429, 429])
  for (const answer of answers) await answer.text()
})

test('EXPORT-10 a time is exported as far as the asker may read; others are refused', async () => {
  const all = { from: 0, to: Date.now() + 1_000 }
  const text = await (await post(all)).text()
  expect(text).toContain('Garden')
  expect(text).toContain('Market')
  expect(text).not.toContain('"AccountOpened"')
  expect((await verifyExport(text, webProofs, { key })).ok).toBe(true)
  const elsewhere = await staff(server, grant('auditor', 'astana'))
  expect(await code({ operation: first }, elsewhere.cookie)).toBe('operation.unknown')
  expect(await code(all, elsewhere.cookie)).toBe('record.empty')
  const officer = await staff(server, grant('duty-officer'))
  expect(await code({ operation: first }, officer.cookie)).toBe('command.forbidden')
  expect(await code({ operation: first }, 'sid=none')).toBe('sign-in.needed')
  expect(await code({ from: 5, to: 5 })).toBe('command.invalid')
})

test('EXPORT-11 the command line exports beside the running server and verifies without it', async () => {
  const file = join(folder, 'garden.jsonl')
  const dataDir = server.folder
  const reason = 'inspection'
  await exportRecord({
    file,
    reason,
    asked: { operation: server.app.reads.past.numberOf(first) ?? 0 },
    dataDir,
  })
  const { ok, line } = await verifyFile(file, { key })
  expect(line).toMatch(/the chain is whole to record \d+ .*the signature is good; the key is the one given/)
  expect(ok).toBe(true)
  const text = readFileSync(file, 'utf8')
  const { seq } = JSON.parse(text.split('\n')[1] as string) as { seq: number }
  writeFileSync(file, text.replace('Garden', 'Gerden'))
  expect(await verifyFile(file, { key })).toEqual({
    ok: false,
    line: `Record ${seq} was changed, or what stands right before it.`,
  })
  const nothing = exportRecord({ file, reason, asked: { operation: 9_999 }, dataDir })
  await expect(nothing).rejects.toThrow('There is no operation 9999')
})

test('EXPORT-12 the key is the folder’s own, or the one that is given', async () => {
  const given = await serve({ SERIK_SIGNING_KEY: Buffer.alloc(32, 9).toString('base64') })
  const other = given.app.record.key
  await given.stop()
  expect(other).not.toBe(key)
  expect(Buffer.from(key, 'base64')).toHaveLength(32)
  const kept = await serve({ DATA_DIR: join(folder, 'again') })
  await kept.stop(true)
  const again = await serve({ DATA_DIR: join(folder, 'again') })
  expect(again.app.record.key).toBe(kept.app.record.key)
  await again.stop(true)
})
