import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodiesOf, chain, emptyHead, type LogRecord } from '../../../server/stores/record.ts'
import { recordSeal } from '../../../server/stores/signing-key.ts'
import { verifyExport } from '../../../shared/record/verify-export.ts'
import { webProofs } from '../../../shared/record/web-proofs.ts'
import { exportLines } from '../../../shared/record/write-export.ts'

const records = 24

async function anExport(): Promise<string> {
  const log: LogRecord[] = []
  for (let n = 1; n <= records; n++) {
    const [body = ''] = bodiesOf({
      ...{ commandId: `c${n}`, fingerprint: '', at: n, by: { kind: 'system', id: 's' } },
      facts: [{ type: 'Tested', keys: [`unit:u${n % 5}`], data: { n, words: 'Ақ қалпақ' } }],
      read: { keys: [], at: 0 },
    })
    log.push(chain(log.at(-1) ?? emptyHead, body))
  }
  let text = ''
  for await (const line of exportLines({
    ...{
      pages: [log],
      header: { at: 1, by: 'auditor', scope: { from: 0, to: 99 } },
      anchors: new Set<number>(),
    },
    ...{
      belongs: ({ seq }: { seq: number }) => seq % 7 !== 3,
      seal: recordSeal(Buffer.alloc(32, 3).toString('base64')),
    },
  }))
    text += line
  return text
}
const whole = await anExport()
const lines = whole.split('\n').slice(0, -1)
/** Lines 1 … are records and what was left out; the header and the end stand around them. */
const inner = fc.integer({ min: 1, max: lines.length - 2 })
/** The first sequence that a line is about. */
const seqOf = (line: string) => {
  const { seq, from } = JSON.parse(line) as { seq?: number; from?: number }
  return seq ?? from ?? 0
}
const verdict = async (text: string) => {
  const found = await verifyExport(text, webProofs)
  return found.ok ? null : found.problem
}
const join = (changed: string[]) => `${changed.join('\n')}\n`

test('RECORD-205 whichever byte is changed to whatever, the export does not pass', async () => {
  expect(await verdict(whole)).toBeNull()
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 32, max: 126 }), async (at, code) => {
      const letter = String.fromCharCode(code)
      fc.pre(whole[at] !== letter)
      expect(await verdict(whole.slice(0, at) + letter + whole.slice(at + 1))).not.toBeNull()
    }),
    { numRuns: 300 },
  )
})

test('RECORD-206 a byte changed inside a record names that record', async () => {
  await fc.assert(
    fc.asyncProperty(inner, fc.nat(), async (line, pick) => {
      const text = lines[line] ?? ''
      fc.pre(text.includes('"body"'))
      const at = text.indexOf('Ақ') + (pick % 9)
      const changed = [...lines]
      changed[line] = `${text.slice(0, at)}#${text.slice(at + 1)}`
      expect(await verdict(join(changed))).toMatchObject({ params: { seq: seqOf(text) } })
    }),
    { numRuns: 100 },
  )
})

test('RECORD-207 a removed, doubled or moved record, and a cut end, are named by sequence', async () => {
  await fc.assert(
    fc.asyncProperty(inner, inner, async (one, other) => {
      const text = lines[one] ?? ''
      const seq = seqOf(text)
      const removed = lines.filter((_, n) => n !== one)
      expect(await verdict(join(removed))).toMatchObject({ params: { seq } })
      const doubled = [...lines.slice(0, one + 1), ...lines.slice(one)]
      expect(await verdict(join(doubled))).toMatchObject({ code: 'moved', params: { seq } })
      const cut = await verdict(join(lines.slice(0, one + 1)))
      const last = JSON.parse(text) as { seq?: number; upTo?: number }
      expect(cut).toEqual({ code: 'cut', params: { seq: last.seq ?? last.upTo } })
      if (one >= other) return
      const swapped = [...lines]
      ;[swapped[one], swapped[other]] = [lines[other] ?? '', text]
      expect(await verdict(join(swapped))).toMatchObject({ code: 'moved', params: { seq } })
    }),
    { numRuns: 100 },
  )
})
