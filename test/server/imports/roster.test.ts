import { describe, expect, test } from 'vitest'
import { readRoster } from '../../../server/imports/roster.ts'
import { rosterColumns } from '../../../shared/assistants/roster.ts'

const today = '2026-11-26'
const head = 'call_sign;name;phone;region;skills\n'
const read = (text: string | Uint8Array) => readRoster(Buffer.from(text as string), today)

test('ROSTER-2 a name whose letters were lost on the way is refused by its line, the others stand', async () => {
  const broken = Buffer.concat([
    Buffer.from(`${head}A-1;`),
    Buffer.from([0xc8, 0xe2, 0xff]),
    Buffer.from(';;almaty;\nA-2;Айгүл;;almaty;'),
  ])
  const { rows, refused, encoding } = await read(broken)
  expect(encoding).toBe('utf-8')
  expect(rows.map(({ row }) => row.name)).toEqual(['Айгүл'])
  expect(refused).toEqual([{ line: 2, column: 'name', code: 'roster.bytes' }])
})

test('ROSTER-3 a hostile table ends as refused lines: unclosed quotes, columns of an object’s own, marks that turn text', async () => {
  expect(await read(`${head}${'"'.repeat(10_001)}`)).toMatchObject({
    rows: [],
    refused: [{ column: 'file', code: 'roster.unreadable' }],
  })
  const odd = await read(
    '__proto__;constructor;call_sign;name;region\nx;y;A-1;\u202eSomebody;almaty\nx;y;A-2;Anna;almaty',
  )
  expect(odd.refused).toEqual([{ line: 2, column: 'name', code: 'roster.name' }])
  expect(odd.rows).toEqual([
    { line: 3, row: { callSign: 'A-2', name: 'Anna', region: 'almaty', skills: [], status: 'REGISTERED' } },
  ])
})

test.each(['', '\n\n\n'])('ATTACK-5 a file with nothing in it (%j) is no list', async (text) => {
  const refused = { line: 1, column: 'file', code: 'roster.no-column', params: { column: 'call_sign' } }
  expect((await read(text)).refused).toEqual([refused])
})

test('ATTACK-11 a line of a million empty cells is refused before it is taken apart', async () => {
  const { lines, refused } = await read(`${head}${';'.repeat(1_000_000)}`)
  expect([lines, refused]).toMatchObject([0, [{ column: 'file', code: 'roster.unreadable' }]])
})

describe('writings', () => {
  const table = 'call_sign;name;region\nA-1;Шәріп Қыдырұлы;almaty\n'
  const russian = 'call_sign;name;region\nA-1;Иванов Пётр;almaty\n'
  const windows = (text: string) =>
    Buffer.from(
      Array.from(text, (letter) => {
        const code = letter.charCodeAt(0)
        if (letter === 'ё') return 0xb8
        return code < 0x80 ? code : code - 0x410 + 0xc0
      }),
    )
  /** Шәріп Қыдырұлы by the table of the Kazakh standard. */
  const kazakh = Buffer.concat([
    Buffer.from('call_sign;name;region\nA-1;'),
    Buffer.from([0xd8, 0xbc, 0xf0, 0xb3, 0xef, 0x20, 0x8d, 0xfb, 0xe4, 0xfb, 0xf0, 0xa2, 0xeb, 0xfb]),
    Buffer.from(';almaty\nA-2;'),
    Buffer.from([0x9d]),
    Buffer.from(';almaty\n'),
  ])
  const bigEndian = Buffer.from(`\ufeff${table}`, 'utf16le').swap16()
  test.each([
    ['in UTF-8', Buffer.from(table), 'utf-8', 'Шәріп Қыдырұлы'],
    ['in UTF-8 with its mark', Buffer.from(`\ufeff${table}`), 'utf-8', 'Шәріп Қыдырұлы'],
    ['in UTF-16 with its mark', Buffer.from(`\ufeff${table}`, 'utf16le'), 'utf-16le', 'Шәріп Қыдырұлы'],
    ['in UTF-16 without one', Buffer.from(table, 'utf16le'), 'utf-16le', 'Шәріп Қыдырұлы'],
    ['in UTF-16 the other way round', bigEndian, 'utf-16be', 'Шәріп Қыдырұлы'],
    ['windows-1251', windows(russian), 'windows-1251', 'Иванов Пётр'],
    ['the Kazakh table of one byte', kazakh, 'kz-1048', 'Шәріп Қыдырұлы'],
  ])('ROSTER-201 %s is known by its bytes and read', async (_, bytes, encoding, name) => {
    const roster = await read(bytes)
    expect([roster.encoding, roster.rows[0]?.row.name, roster.refused]).toEqual([encoding, name, []])
  })
})

test.each([';', ',', '\t'])(
  'ROSTER-202 a table parted by %j is read, its first line in any case and order',
  async (mark) => {
    const lines = [
      ['NAME', ' Region ', 'Call_Sign', 'remark', 'skills'],
      ['"Anna; ""A"", the first"', 'almaty', 'A-1', 'x', 'driver kazakh'],
    ]
    const { rows, refused } = await read(lines.map((cells) => cells.join(mark)).join('\r\n'))
    expect(refused).toEqual([])
    expect(rows[0]?.row).toMatchObject({ name: 'Anna; "A", the first', skills: ['driver', 'kazakh'] })
  },
)

const all = rosterColumns.join(';')
const good = {
  call_sign: 'A-1',
  name: 'Серік',
  iin: '850101300005',
  birth_date: '1985-01-01',
  phone: '8 (701) 123-45-67',
  region: 'almaty/medeu',
  skills: 'driver',
  status: 'ACTIVE',
  registration_number: '14-0412/26',
  registration_date: '02.03.2026',
  card_number: 'ID-7',
  badge_number: 'B-7',
  training_date: '2026-03-05',
}
const line = (change: Partial<typeof good> = {}) => Object.values({ ...good, ...change }).join(';')

test('ROSTER-203 a whole line gives the person with registration, card, training and the police’s mark', async () => {
  const { rows } = await read(`${all}\n${line()}`)
  expect(rows[0]?.row).toEqual({
    callSign: 'A-1',
    name: 'Серік',
    iin: '850101300005',
    birthDate: '1985-01-01',
    phone: '+77011234567',
    region: 'almaty/medeu',
    skills: ['driver'],
    status: 'ACTIVE',
    registration: { number: '14-0412/26', on: '2026-03-02' },
    card: { number: 'ID-7', badge: 'B-7' },
    trainedOn: '2026-03-05',
  })
})

test('ROSTER-204 without the police’s mark, or in a list that has no such column, a person is REGISTERED and not active', async () => {
  expect((await read(`${all}\n${line({ status: '' })}`)).rows[0]?.row.status).toBe('REGISTERED')
  expect((await read(`${head}A-1;Anna;;almaty;`)).rows[0]?.row.status).toBe('REGISTERED')
})

describe('what is refused', () => {
  test.each([
    ['an IIN whose check digit is wrong', { iin: '850101300006' }, 'iin', 'roster.iin', 'E3'],
    ['an IIN of eleven digits', { iin: '85010130000' }, 'iin', 'roster.iin', 'E3'],
    ['somebody of seventeen', { birth_date: '2008-11-27' }, 'birth_date', 'roster.under-age', 'E2'],
    ['a day that does not exist', { birth_date: '1985-02-30' }, 'birth_date', 'roster.date'],
    [
      'a registration that is still to come',
      { registration_date: '2027-01-01' },
      'registration_date',
      'roster.date-to-come',
    ],
    ['a phone that is none', { phone: '12' }, 'phone', 'roster.phone'],
    ['a region that is no path', { region: 'Алматы' }, 'region', 'roster.region'],
    ['an unknown skill', { skills: 'wizard' }, 'skills', 'roster.skills'],
    ['a status that nobody is given', { status: 'BOSS' }, 'status', 'roster.status'],
    ['a call sign in small letters', { call_sign: 'a-1' }, 'call_sign', 'roster.call-sign'],
    ['no name', { name: ' ' }, 'name', 'roster.name'],
    ['a card without its badge', { badge_number: '' }, 'badge_number', 'roster.half'],
    ['a registration number without its day', { registration_date: '' }, 'registration_date', 'roster.half'],
    ['a formula as a name', { name: '=cmd()' }, 'name', 'roster.formula'],
    ['a formula behind a blank', { name: ' @SUM(A1)' }, 'name', 'roster.formula'],
    ['a formula as a phone', { phone: '+1-HYPERLINK' }, 'phone', 'roster.formula'],
    [
      'a number that opens with a minus',
      { registration_number: '-1' },
      'registration_number',
      'roster.formula',
    ],
  ] as [string, Partial<typeof good>, string, string, string?][])(
    'ROSTER-205 %s, by line, column and rule',
    async (_, change, column, code, rule) => {
      const { rows, refused } = await read(
        `${all}\n${line({ call_sign: 'A-9', iin: '', registration_number: '9' })}\n${line(change)}`,
      )
      expect(rows.map(({ line: at }) => at)).toEqual([2])
      expect(refused).toMatchObject([{ line: 3, column, code, ...(rule && { rule }) }])
    },
  )

  test('ROSTER-206 all that is wrong with a line is told at once', async () => {
    const { refused } = await read(`${all}\n${line({ iin: '1', birth_date: '31.02.1990', phone: 'x' })}`)
    expect(refused.map(({ column }) => column).sort()).toEqual(['birth_date', 'iin', 'phone'])
  })

  test('ROSTER-207 call sign, IIN and registration number stand once in a file: the second line is refused and names the first', async () => {
    const others = line({
      iin: '900228400014',
      birth_date: '1990-02-28',
      call_sign: 'A-2',
      registration_number: '15',
    })
    const { rows, refused } = await read(
      [all, line(), line(), others, line({ call_sign: 'A-3', registration_number: '16' })].join('\n'),
    )
    expect(rows.map(({ row }) => row.callSign)).toEqual(['A-1', 'A-2'])
    expect(refused).toEqual([
      { line: 3, column: 'call_sign', code: 'roster.call-sign-twice', params: { line: 2 } },
      { line: 3, column: 'iin', code: 'roster.iin-twice', params: { line: 2 } },
      { line: 3, column: 'registration_number', code: 'roster.registration-twice', params: { line: 2 } },
      { line: 5, column: 'iin', code: 'roster.iin-twice', params: { line: 2 } },
    ])
  })

  test('ROSTER-208 a file without a column that is needed is no roster', async () => {
    expect((await read('call_sign;name\nA-1;Anna')).refused).toEqual([
      { line: 1, column: 'file', code: 'roster.no-column', params: { column: 'region' } },
    ])
  })
})
