import { expect, test } from 'vitest'
import { readRoster } from '../../../server/imports/roster.ts'

const head = 'call_sign;name;phone;region;skills\n'

test('ROSTER-2 a name whose letters were lost in another encoding is refused by its line, the others stand', () => {
  const windows1251 = new TextDecoder().decode(Buffer.from([0xc8, 0xe2, 0xe0, 0xed]))
  const { rows, refused } = readRoster(`${head}A-1;${windows1251};;almaty;\nA-2;Айгүл;;almaty;`)
  expect(rows.map(({ name }) => name)).toEqual(['Айгүл'])
  expect(refused).toEqual([{ line: 2, column: 'name' }])
})

test('ROSTER-3 a hostile table ends as refused lines: unclosed quotes, columns of an object’s own, marks that turn text', () => {
  expect(readRoster(`${head}${'"'.repeat(10_001)}`)).toMatchObject({ rows: [] })
  const odd = readRoster(
    '__proto__;constructor;call_sign;name;region\nx;y;A-1;\u202eSomebody;almaty\nx;y;A-2;Anna;almaty',
  )
  expect(odd.refused).toEqual([{ line: 2, column: 'name' }])
  expect(odd.rows).toEqual([{ callSign: 'A-2', name: 'Anna', region: 'almaty', skills: [] }])
})
