import { describe, expect, test } from 'vitest'
import { addDays, dayOf, endOfDay, isDay } from '../../../shared/law/day.ts'
import { akimatDeadline, policeDeadline } from '../../../shared/law/deadlines.ts'
import { holidays, isWorkingDay } from '../../../shared/law/working-days.ts'

/** The vectors of past years bring their own days off. */
const past = {
  ...holidays,
  2024: { days: ['2024-01-01', '2024-01-02', '2024-03-08', '2024-03-21', '2024-03-22', '2024-03-25'] },
  2025: { days: ['2025-01-01', '2025-01-02', '2025-12-16'] },
}

describe('the akimat’s seven working days', () => {
  test.each([
    ['2025-12-26', '2026-01-09'],
    ['2026-03-02', '2026-03-12'],
    ['2026-03-07', '2026-03-18'],
    ['2026-03-18', '2026-04-01'],
    ['2026-04-30', '2026-05-14'],
    ['2026-05-22', '2026-06-03'],
    ['2026-08-24', '2026-09-02'],
    ['2026-10-16', '2026-10-28'],
    ['2024-02-22', '2024-03-04'],
  ])('DAYS-1 C2: received %s, to be answered by the end of %s', (received, deadline) => {
    expect(akimatDeadline(received, past)).toBe(deadline)
  })

  test('DAYS-2 C2: under the other reading what arrives on a day off counts from the next working day as day 0', () => {
    expect(akimatDeadline('2026-03-07', holidays, true)).toBe('2026-03-19')
    expect(akimatDeadline('2026-03-02', holidays, true)).toBe('2026-03-12')
  })
})

test.each([
  ['2026-01-31', '2026-03-02'],
  ['2024-01-31', '2024-03-01'],
  ['2026-03-02', '2026-04-01'],
  ['2026-04-01', '2026-05-04'],
  ['2026-11-26', '2026-12-28'],
])(
  'DAYS-3 C1: the police have 30 calendar days from %s, a day off at the end moving on: %s',
  (received, deadline) => {
    expect(policeDeadline(received, past)).toBe(deadline)
  },
)

test('DAYS-4 the year 2026 has 247 working days, and 31 August is one of them', () => {
  let working = 0
  for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) if (isWorkingDay(day)) working++
  expect(working).toBe(247)
  expect(isWorkingDay('2026-08-31')).toBe(true)
  expect(isWorkingDay('2026-03-09')).toBe(false)
})

test('DAYS-5 a year whose holidays are not known is refused and never counted', () => {
  const refusal = { refused: true, code: 'law.no-calendar', params: { year: '2028' } }
  expect(isWorkingDay('2028-01-05')).toEqual(refusal)
  expect(akimatDeadline('2027-12-28')).toEqual(refusal)
  expect(policeDeadline('2027-12-15')).toEqual(refusal)
  expect(akimatDeadline('2025-12-26')).toMatchObject({ params: { year: '2025' } })
})

test('DAYS-6 a day is Kazakhstan’s, ends at 23:59:59, and must exist', () => {
  expect(dayOf(Date.UTC(2026, 2, 1, 18, 59, 59, 999))).toBe('2026-03-01')
  expect(dayOf(Date.UTC(2026, 2, 1, 19))).toBe('2026-03-02')
  expect(endOfDay('2026-03-01')).toBe(Date.UTC(2026, 2, 1, 18, 59, 59, 999))
  expect(['2026-02-28', '2024-02-29', '2026-02-29', '2026-13-01', '26-1-1'].map(isDay)).toEqual([
    ...[true, true, false, false, false],
  ])
})
