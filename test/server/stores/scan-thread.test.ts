import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecordScan, Wanted } from '../../../server/ports/record-scan.ts'
import { scanThread } from '../../../server/stores/scan/scan-thread.ts'
import { verifyExport } from '../../../shared/record/verify-export.ts'
import { webProofs } from '../../../shared/record/web-proofs.ts'
import { longLog } from '../../kit/long-log.ts'

const records = 200_000
const anything: Wanted = {
  ...{ from: null, to: null, actor: null, notBy: null, what: null, about: null, keys: null, text: null },
}
let dataDir: string
let scan: RecordScan

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'serik-scan-'))
  await longLog(dataDir, records)
  const signingKey = randomBytes(32).toString('base64')
  scan = scanThread({
    dataDir,
    signingKey,
    vaultKey: readFileSync(join(dataDir, 'vault.key'), 'utf8').trim(),
  })
}, 60_000)
afterAll(async () => {
  await scan.close()
  rmSync(dataDir, { recursive: true })
})

const look = (wanted: Partial<Wanted>, limit = 500) =>
  scan.look({ chain: 'log', top: records, floor: 0, limit, wanted: { ...anything, ...wanted } })

test('AUDIT-203 a search over 200,000 records holds the event loop up by no more than a frame or two', async () => {
  await look({}, 1)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const before = performance.eventLoopUtilization()
  const text = { words: 'операция 123000', types: [], ids: [] }
  expect((await look({ text })).events.map(({ seq }) => seq)).toEqual([123_000])
  const { utilization } = performance.eventLoopUtilization(before)
  delay.disable()
  // However busy the machine is: this thread only waits.
  expect(utilization).toBeLessThan(0.3)
  expect(delay.percentile(50) / 1e6).toBeLessThan(50)
}, 60_000)

test('AUDIT-204 a look stops at its limit, says how far it came, and goes on from there without a gap', async () => {
  const first = await look({ actor: 'officer-7' }, 3)
  expect(first.events.map(({ seq }) => seq)).toEqual([199_967, 199_927, 199_887])
  expect(first.reached).toBe(199_886)
  const next = await scan.look({
    ...{ chain: 'log', top: first.reached, floor: 0, limit: 1 },
    wanted: { ...anything, actor: 'officer-7' },
  })
  expect(next.events[0]?.seq).toBe(199_847)
})

test('RECORD-203 an export is written on the thread, holds what may be read, and proves itself', async () => {
  let text = ''
  const header = { at: 1, by: 'auditor', scope: { from: 0, to: Date.UTC(2026, 2, 2, 0, 1) } }
  const mayRead = (all: string[][]) => all.map((keys) => !keys.includes('task:task-7'))
  for await (const lines of scan.export({ header, upTo: 1_000, anchors: [] }, mayRead)) text += lines
  expect(await verifyExport(text, webProofs)).toMatchObject({
    ok: true,
    export: { records: 58, head: { seq: 1_000 } },
  })
})

test('ATTACK-6 a thread that ends hangs no question; its export fails in place of ending early, the next question is answered', async () => {
  const header = { at: 1, by: 'auditor', scope: { from: 0, to: Date.UTC(2026, 2, 2, 12) } }
  const lines = scan.export({ header, upTo: records, anchors: [] }, (all) => all.map(() => true))
  expect((await lines.next()).value).toContain('auditor')
  const asked = look({ actor: 'nobody' })
  await scan.close()
  await expect(asked).rejects.toThrow('has ended')
  expect((await look({}, 1)).events).toHaveLength(1)
  await expect(lines.next()).rejects.toThrow('was lost with the thread')
})

test('RECORD-204 both chains are proved on the thread; a changed record is named', async () => {
  const wrong = 60_000
  const whole = await scan.verify([])
  expect(whole.map(({ chain, ok, records: n }) => [chain, ok, n])).toEqual([
    ['log', true, records],
    ['access', true, 0],
  ])
  const database = new DatabaseSync(join(dataDir, 'log.db'))
  database.prepare("UPDATE records SET body = replace(body, 'Операция', 'Операций') WHERE seq = ?").run(wrong)
  database.close()
  expect((await scan.verify([]))[0]).toMatchObject({ ok: false, problem: { code: 'changed', seq: wrong } })
}, 60_000)
