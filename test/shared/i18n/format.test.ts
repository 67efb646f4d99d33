import { describe, expect, it } from 'vitest'
import * as format from '../../../shared/i18n/format.ts'

const evening = Date.UTC(2026, 10, 24, 16, 47, 12)
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('times', () => {
  it('I18N-1 are told in the offset given, 24 hours, whatever the machine', () => {
    expect(format.clockTime(evening, 300)).toBe('21:47:12')
    expect(format.clockTime(evening, 300, false)).toBe('21:47')
    expect(format.clockTime(evening, -210, false)).toBe('13:17')
    expect(format.calendarDate(evening, 300)).toBe('24.11.2026')
    expect(format.calendarDate(Date.UTC(2026, 11, 31, 19), 300)).toBe('01.01.2027')
    expect(['kk', 'ru', 'en'].map((one) => format.weekday(evening, 300, one as format.Language))).toEqual([
      'сс',
      'вт',
      'Tue',
    ])
    expect([300, 330, -180].map(format.zoneName)).toEqual(['UTC+5', 'UTC+5:30', 'UTC−3'])
  })

  it('I18N-2 a window that ends at midnight ends at 24:00', () => {
    expect(format.windowEnd(Date.UTC(2026, 10, 24, 19), 300)).toBe('24:00')
    expect(format.windowEnd(evening, 300)).toBe('21:47')
  })

  it('I18N-3 a duration is minutes and seconds, from an hour on hours and minutes with the unit', () => {
    expect(format.duration(161_900, 'ru')).toBe('02:41')
    expect(format.duration(-5, 'ru')).toBe('00:00')
    expect(plain(format.duration(3_900_000, 'ru'))).toBe('1:05 ч')
    expect(plain(format.duration(3_900_000, 'kk'))).toBe('1:05 сағ')
    expect(format.travelTime(110_000, 'en')).toBe('1:50')
    expect(format.travelTime(49_000, 'en')).toBe('0:49')
    expect(format.travelTime(754_000, 'en')).toBe('12:34')
  })
})

describe('numbers', () => {
  it('I18N-4 have the separators of the language and a true minus', () => {
    expect(plain(format.number(6184, 'ru'))).toBe('6 184')
    expect(plain(format.number(1_234_567.891, 'kk', 2))).toBe('1 234 567,89')
    expect(format.number(6184, 'en')).toBe('6,184')
    expect(format.number(0.4, 'en', 1)).toBe('0.4')
    expect(format.number(-34, 'ru')).toBe('−34')
    expect(format.number(-0.2, 'ru')).toBe('0')
    expect(plain(format.percent(0.107, 'ru', 1))).toBe('10,7 %')
    expect(plain(format.withUnit(5, 'min', 'kk'))).toBe('5 мин')
  })

  it('I18N-5 a distance is metres under a kilometre, then kilometres, and a margin may be negative', () => {
    const metres = [96, -34, 999.4, 999.6, 1900, 9949, 12_400]
    expect(metres.map((value) => plain(format.distance(value, 'ru')))).toEqual([
      '96 м',
      '−34 м',
      '999 м',
      '1,0 км',
      '1,9 км',
      '9,9 км',
      '12 км',
    ])
    expect(plain(format.distance(1900, 'en'))).toBe('1.9 km')
  })
})
