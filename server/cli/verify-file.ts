import { readFileSync } from 'node:fs'
import words from '../../shared/i18n/verify.en.json' with { type: 'json' }
import { verifyExport } from '../../shared/record/verify-export.ts'
import { webProofs } from '../../shared/record/web-proofs.ts'
import { parseCheckpoints } from '../stores/checkpoints.ts'

/** Proves a signed export by itself; `line` is a sentence for the operator. */
export async function verifyFile(
  file: string,
  { checkpoint, key }: { checkpoint?: string; key?: string },
): Promise<{ ok: boolean; line: string }> {
  const anchors = checkpoint
    ? parseCheckpoints(readFileSync(checkpoint, 'utf8')).map(({ at, log }) => ({ at, ...log }))
    : []
  const verdict = await verifyExport(readFileSync(file, 'utf8'), webProofs, { anchors, ...(key && { key }) })
  if (!verdict.ok) {
    const { code, params = {} } = verdict.problem
    const text = words[`problem.${code}`]
    return { ok: false, line: text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name])) }
  }
  const { records, leftOut, head, header } = verdict.export
  const whose = key ? 'the key is the one given' : `compare its key with the store's own: ${header.key}`
  const line =
    `${file}: ${records} records, the chain is whole to record ${head.seq} (${leftOut} left out), ` +
    `head ${head.hash}, ${verdict.export.anchors} checkpoint(s) fit, the signature is good; ${whose}.`
  return { ok: true, line }
}
