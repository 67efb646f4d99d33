import type { LoggedEvent } from '../kernel/event.ts'
import { canonical } from './canonical.ts'
import type { ChainHead, ChainRecord, ExportHeader } from './format.ts'

export interface Seal {
  /** The public key, 32 bytes in base64. */
  key: string
  sha256(text: string): string
  /** Base64. */
  sign(text: string): string
}

export interface ExportParts {
  /** The whole chain from its first record on. */
  pages: AsyncIterable<ChainRecord[]> | Iterable<ChainRecord[]>
  header: Pick<ExportHeader, 'at' | 'by' | 'scope'>
  /** Called for every record, in order. */
  belongs(event: LoggedEvent): boolean
  /** Sequences that checkpoints name: their hashes are shown also where the records are left out. */
  anchors: ReadonlySet<number>
  seal: Seal
}

/**
 * The lines of an export: a header, the records that belong to it with their hashes, how the chain went on behind those
 * that do not, up to its head, and the signature. Nothing at all when no record belongs to it.
 */
export async function* exportLines(parts: ExportParts): AsyncGenerator<string> {
  const { seal, anchors } = parts
  let head: ChainHead = { seq: 0, hash: '0'.repeat(64) }
  let header = ''
  let digest = ''
  let records = 0
  let leftFrom = 0
  const line = (value: object) => {
    const text = canonical(value)
    digest = seal.sha256(digest + text)
    return `${text}\n`
  }
  const leftOut = () => line({ from: leftFrom, upTo: head.seq, hash: head.hash })
  for await (const page of parts.pages)
    for (const { seq, body, hash } of page) {
      if (parts.belongs({ seq, ...JSON.parse(body) })) {
        if (records === 0) {
          const first = { format: 'serik-record', version: 1, ...parts.header, after: head, key: seal.key }
          yield line(first)
          header = digest
        } else if (leftFrom > 0) yield leftOut()
        leftFrom = 0
        records++
        yield line({ seq, body, hash })
      } else if (records > 0 && leftFrom === 0) leftFrom = seq
      head = { seq, hash }
      if (leftFrom > 0 && anchors.has(seq)) {
        yield leftOut()
        leftFrom = 0
      }
    }
  if (records === 0) return
  if (leftFrom > 0) yield leftOut()
  const end = { records, head, header, lines: digest }
  yield `${canonical({ end, signature: seal.sign(canonical(end)) })}\n`
}
