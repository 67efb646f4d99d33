import {
  type RosterFault,
  type RosterProgress,
  type RosterResult,
  rosterColumns,
} from '../../shared/assistants/roster.ts'
import { csvLine } from '../../shared/formats/csv.ts'
import type { Translate } from '../../shared/i18n/keys.ts'
import type { HttpRefusal } from '../net/ask-server.ts'
import { refusalText } from '../operations/words.ts'

/** The first line of the file, as the server reads it. */
export const header = rosterColumns.join(';')

interface Line {
  progress?: RosterProgress
  result?: RosterResult
  refusal?: Omit<HttpRefusal, 'ok'>
}

/**
 * Sends a list and hears, line by line, how far the server is with it. `roster.cut` when its last word did not come: what
 * is done stands, and the same file goes on from there.
 */
export async function sendRoster(
  file: Blob,
  preview: boolean,
  progress: (now: RosterProgress) => void,
): Promise<RosterResult | HttpRefusal> {
  try {
    const response = await fetch(preview ? '/api/roster?preview=yes' : '/api/roster', {
      method: 'POST',
      headers: { 'content-type': 'text/csv', accept: 'application/x-ndjson' },
      body: file,
    })
    if (!response.ok || !response.body)
      return { ok: false, ...((await response.json()) as Omit<HttpRefusal, 'ok'>) }
    const words = new TextDecoder()
    let rest = ''
    for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
      const lines = (rest + words.decode(bytes, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const text of lines) {
        const line = JSON.parse(text) as Line
        if (line.progress) progress(line.progress)
        if (line.result) return line.result
        if (line.refusal) return { ok: false, ...line.refusal }
      }
    }
    return { ok: false, code: 'roster.cut' }
  } catch {
    return { ok: false, code: 'link.down' }
  }
}

/** What is wrong with a cell, in a sentence. */
export const faultText = (t: Translate, { code, params }: RosterFault): string =>
  refusalText(t, { code, ...(params && { params }) })

/** The list of errors as a table in the words of the screen. */
export function faultsTable(t: Translate, faults: readonly RosterFault[]): string {
  const head = [
    t('registry:report-line'),
    t('registry:report-column'),
    t('registry:report-rule'),
    t('registry:report-why'),
  ]
  const rows = faults.map((fault) => [
    String(fault.line),
    fault.column === 'file' ? t('registry:column-file') : fault.column,
    fault.rule ?? '',
    faultText(t, fault),
  ])
  return [head, ...rows].map(csvLine).join('')
}
