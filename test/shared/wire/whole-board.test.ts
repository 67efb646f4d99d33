import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EntitySnapshot } from '../../../shared/wire/events.ts'
import { packBoard, unpackBoard } from '../../../shared/wire/whole-board.ts'

const through = (snapshots: EntitySnapshot[]) =>
  unpackBoard(new Uint8Array(deflateRawSync(packBoard(snapshots))))
const snapshot = (kind: string, entity: object) => ({ kind, entity }) as unknown as EntitySnapshot
const sorted = (snapshots: unknown[]) => snapshots.map((one) => JSON.stringify(one)).sort()

test('PUSH-8 a packed board is read as what it was, whatever its entities hold', async () => {
  // Equal texts of different kinds of value, absent beside null, and one name at two depths.
  const value = fc.constantFrom<unknown>(
    null,
    'null',
    '["a"]',
    ['a'],
    [],
    0,
    '0',
    '',
    true,
    [{ a: null }],
    undefined,
  )
  const flat = fc.record({ a: value, b: value }, { requiredKeys: [] })
  const entity = fc.record(
    { id: fc.uuid(), a: fc.oneof(value, flat), c: fc.oneof(value, fc.record({ a: flat })) },
    { requiredKeys: ['id'] },
  )
  const board = fc.array(fc.tuple(fc.constantFrom('unit', 'task'), entity), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(board, async (drawn) => {
      const snapshots = drawn.map(([kind, one]) => snapshot(kind, one))
      expect(sorted(await through(snapshots))).toEqual(sorted(snapshots))
    }),
  )
})

test('PUSH-8 a column of very many different values too', async () => {
  const snapshots = Array.from({ length: 3_000 }, (_, n) =>
    snapshot('assistant', {
      id: `a${n}`,
      no: n,
      region: `almaty/${n % 4}`,
      skills: n % 2 ? ['driver'] : '["driver"]',
    }),
  )
  const read = await through(snapshots)
  expect(read).toEqual(snapshots)
  expect(packBoard(snapshots).length).toBeLessThan(JSON.stringify(snapshots).length / 3)
})

test('PUSH-8 names of fields that a machine might take for its own too', async () => {
  const name = fc.constantFrom('{', '}', '__proto__', 'constructor', 'same', 'of', 'at', 'keys', '')
  const { object } = fc.letrec<{ object: unknown; value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<unknown>(1, null, 'x'),
      fc.array(tie('value')),
      tie('object'),
    ),
    object: fc
      .uniqueArray(fc.tuple(name, tie('value')), { selector: ([of]) => of, maxLength: 4 })
      .map(Object.fromEntries),
  }))
  const board = fc.array(object as fc.Arbitrary<object>, { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(board, async (drawn) => {
      const snapshots = drawn.map((one) => snapshot('unit', one))
      expect(sorted(await through(snapshots))).toEqual(sorted(snapshots))
    }),
  )
})
