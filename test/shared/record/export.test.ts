import { beforeAll, expect, test } from 'vitest'
import { recordSeal } from '../../../server/stores/signing-key.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import { canonical } from '../../../shared/record/canonical.ts'
import type { Anchor, ChainRecord } from '../../../shared/record/format.ts'
import { type Known, verifyExport } from '../../../shared/record/verify-export.ts'
import { webProofs } from '../../../shared/record/web-proofs.ts'
import { exportLines } from '../../../shared/record/write-export.ts'

const seal = recordSeal(Buffer.alloc(32, 7).toString('base64'))
const chain: ChainRecord[] = []
for (let n = 1, hash = '0'.repeat(64); n <= 12; n++) {
  const body = canonical({
    ...{ at: n * 1000, by: { kind: 'staff', id: 'duty' }, commandId: `c${n}`, n: 0 },
    ...{ type: 'NoteAdded', keys: [`operation:${n % 4 === 0 ? 'other' : 'op'}`], data: { text: `Ә${n}` } },
  })
  hash = seal.sha256(hash + body)
  chain.push({ seq: n, body, hash })
}
const own = (event: LoggedEvent) => event.seq > 1 && event.seq < 11 && event.keys.includes('operation:op')

async function write(belongs = own, anchors: number[] = [], records = chain, by = seal): Promise<string> {
  const scope = { operation: 'op', number: 7 }
  const header = { at: 99_000, by: 'auditor', scope }
  const lines = exportLines({ pages: [records], header, belongs, anchors: new Set(anchors), seal: by })
  let written = ''
  for await (const line of lines) written += line
  return written
}
/** WebCrypto goes through another thread for every record. */
const quick = { ...webProofs, sha256: seal.sha256 }
const check = (text: string, known?: Known) => verifyExport(text, webProofs, known)
const problem = async (text: string, known?: Known) => {
  const verdict = await check(text, known)
  return verdict.ok ? null : verdict.problem
}

let text: string
let lines: string[]
beforeAll(async () => {
  text = await write()
  lines = text.split('\n')
})
const without = (n: number) => lines.toSpliced(n, 1).join('\n')

test('EXPORT-1 an export holds its own records, their hashes, how the chain went on behind the others, and proves itself', async () => {
  const verdict = await check(text)
  expect(verdict).toMatchObject({ ok: true, export: { records: 7, leftOut: 4, head: { seq: 12 } } })
  expect(text).not.toContain('operation:other')
  expect(lines[0]).toContain(seal.key)
})

test('EXPORT-2 each byte that is changed is found, wherever it stands', async () => {
  const bytes = Buffer.from(text)
  const unseen: number[] = []
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = (bytes[at] as number) ^ 1
    if ((await verifyExport(bytes.toString(), quick)).ok) unseen.push(at)
    bytes[at] = (bytes[at] as number) ^ 1
  }
  expect(bytes.length).toBeGreaterThan(2_000)
  expect(unseen).toEqual([])
})

test('EXPORT-3 a changed, removed, reordered or cut record is named', async () => {
  expect(await problem(text.replace('Ә3', 'Ә9'))).toEqual({ code: 'changed', params: { seq: 3 } })
  expect(await problem(without(2))).toEqual({ code: 'missing', params: { seq: 3 } })
  expect(await problem(without(3))).toEqual({ code: 'missing', params: { seq: 4 } })
  expect(await problem(lines.toSpliced(1, 2, lines[2] as string, lines[1] as string).join('\n'))).toEqual({
    code: 'moved',
    params: { seq: 2 },
  })
  expect(await problem(lines.slice(0, 5).join('\n'))).toEqual({ code: 'cut', params: { seq: 4 } })
  expect(await problem(text.slice(0, -1))).toMatchObject({ code: 'cut' })
  expect(await problem(without(lines.length - 3))).toEqual({ code: 'missing', params: { seq: 11 } })
  expect(await problem(`${text}x`)).toMatchObject({ code: 'after-end' })
  expect(await problem(text.replace('"number":7', '"number":8'))).toEqual({ code: 'header' })
  expect(await problem('a letter\n')).toEqual({ code: 'no-export' })
})

test('EXPORT-4 a record that is left out afterwards, its hash kept, is missed', async () => {
  const { seq, hash } = JSON.parse(lines[2] as string)
  const hidden = lines.with(2, canonical({ from: seq, upTo: seq, hash })).join('\n')
  expect(await problem(hidden)).toEqual({ code: 'left-out', params: { found: 6, signed: 7 } })
})

test('EXPORT-5 who signs anew with another key is found by the key that was known', async () => {
  const forged = await write(own, [], chain, recordSeal(Buffer.alloc(32, 8).toString('base64')))
  expect((await check(forged)).ok).toBe(true)
  expect(await problem(forged, { key: seal.key })).toEqual({ code: 'other-key' })
  const swapped = lines.with(0, (forged.split('\n')[0] as string) ?? '').join('\n')
  expect(await problem(swapped)).toEqual({ code: 'signature' })
})

test('EXPORT-6 checkpoints kept outside the store are compared, also behind what is left out', async () => {
  const at = Date.UTC(2026, 2, 2)
  const anchor = (seq: number): Anchor => ({ at, seq, hash: chain[seq - 1]?.hash ?? '' })
  const withAnchors = await write(own, [11, 12])
  expect(await check(withAnchors, { anchors: [anchor(3), anchor(11), anchor(12)] })).toMatchObject({
    export: { anchors: 3 },
  })
  const rewritten = await problem(withAnchors, { anchors: [{ ...anchor(11), hash: 'f'.repeat(64) }] })
  expect(rewritten).toEqual({ code: 'rewritten', params: { seq: 11, at: '2026-03-02T00:00:00.000Z' } })
})

test('EXPORT-7 where nothing belongs there is no export', async () => {
  expect(await write(() => false)).toBe('')
})
