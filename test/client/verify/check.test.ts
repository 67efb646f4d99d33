import { expect, test } from 'vitest'
import { anchorsOf, checkFile } from '../../../client/verify/check.ts'
import { recordSeal } from '../../../server/stores/signing-key.ts'
import { exportLines } from '../../../shared/record/write-export.ts'

const seal = recordSeal(Buffer.alloc(32, 3).toString('base64'))

async function written(): Promise<string> {
  const body = '{"keys":[],"type":"NoteAdded"}'
  const pages = [[{ seq: 1, body, hash: seal.sha256('0'.repeat(64) + body) }]]
  const header = { at: 1, by: 'auditor', scope: { from: 0, to: 2 } }
  let text = ''
  for await (const line of exportLines({ pages, header, belongs: () => true, anchors: new Set(), seal }))
    text += line
  return text
}

test('EXPORT-13 the page proves a file as its bytes are: a mark at its head or a broken letter is a change', async () => {
  const text = await written()
  const known = { key: seal.key }
  expect(await checkFile(new Blob([text]), known)).toMatchObject({ kind: 'good', export: { records: 1 } })
  expect(await checkFile(new Blob(['\uFEFF', text]), known)).toMatchObject({ kind: 'bad' })
  const bytes = Buffer.from(text)
  bytes[text.indexOf('NoteAdded')] = 0xff
  expect(await checkFile(new Blob([bytes]), known)).toEqual({
    kind: 'bad',
    problem: { code: 'changed', params: { seq: 1 } },
  })
})

test('EXPORT-14 checkpoints are read line by line; what is none is said', () => {
  const head = { seq: 3, hash: 'a'.repeat(64) }
  expect(anchorsOf(`${JSON.stringify({ at: 5, log: head, access: head })}\n`)).toEqual([{ at: 5, ...head }])
  expect(anchorsOf('{"at":5}\n')).toBeNull()
  expect(anchorsOf('a letter')).toBeNull()
})
