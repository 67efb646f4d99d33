import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Append } from '../../../server/ports/event-log.ts'
import { bodiesOf, chain, checkRecord, emptyHead, readChain } from '../../../server/stores/record.ts'
import { canonical } from '../../../shared/record/canonical.ts'
import { anAppend } from '../../contract/append.ts'

function threeRecords() {
  const [a, b, c] = bodiesOf(anAppend([['unit:a'], ['unit:b'], ['unit:c']])) as [string, string, string]
  const first = chain(emptyHead, a)
  const second = chain(first, b)
  return [first, second, chain(second, c)] as const
}

test('LOG-15 equal values have equal bytes whatever the order of their fields', () => {
  expect(canonical({ b: [1, { d: null, c: 'я' }], a: undefined })).toBe('{"b":[1,{"c":"я","d":null}]}')
  expect(canonical({ y: 1.5, x: true })).toBe(canonical({ x: true, y: 1.5 }))
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, 1n, () => {}, [undefined]])
    expect(() => canonical({ wrong })).toThrow(TypeError)
})

test('LOG-15 canonical JSON is JSON of the same value, whatever its text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  for (const text of ['a"b', 'a\\b', 'a\nb', 'я', '\u007f', '\ud800', ''])
    expect(canonical({ [text]: text })).toBe(JSON.stringify({ [text]: text }))
})

test('LOG-15 a record’s body is canonical JSON of its event, however it is put together', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ type: fc.string(), keys: fc.array(fc.string()), data: fc.jsonValue() })),
      fc.dictionary(fc.string(), fc.string()),
      (facts, more) => {
        const shared = { at: 5, by: { kind: 'staff', id: 'я"', ...more }, commandId: 'c' }
        const append = { ...shared, facts, fingerprint: '', read: { keys: [], at: 0 } } as unknown as Append
        expect(bodiesOf(append)).toEqual(facts.map((fact, n) => canonical({ ...shared, ...fact, n })))
      },
    ),
  )
  const bare = { ...anAppend([['unit:a']]), facts: [{ type: 'Tested', keys: [], data: undefined }] }
  expect(JSON.parse(bodiesOf(bare)[0] as string)).not.toHaveProperty('data')
})

test('LOG-16 a chain is read back; its first bad record is named', () => {
  const [first, second, third] = threeRecords()
  expect(readChain(emptyHead, [first, second, third])).toMatchObject({
    head: { seq: 3, hash: third.hash },
    bad: null,
  })
  expect(readChain(emptyHead, [first, third])).toMatchObject({ events: [{ seq: 1 }], bad: { seq: 2 } })
  expect(checkRecord(first, { ...second, seq: 3 })?.problem).toBe('record 2 is missing (record 3 comes next)')
  expect(checkRecord(first, { ...third, seq: 2 })?.problem).toMatch(/^record 2 does not follow record 1/)
  expect(checkRecord(first, { ...second, hash: third.hash })?.problem).toMatch(/^record 2 does not follow/)
})

test('LOG-16 one flipped bit anywhere in a record is found', () => {
  const [, second, third] = threeRecords()
  for (let at = 0; at < third.body.length; at++) {
    const flipped = String.fromCharCode(third.body.charCodeAt(at) ^ 1)
    const body = third.body.slice(0, at) + flipped + third.body.slice(at + 1)
    expect(checkRecord(second, { ...third, body })?.problem).toMatch(/^record 3 was changed/)
  }
})
