/** Numbers, times and distances as people read them. Times use the offset given, never the browser's zone. */
export const languages = ['kk', 'ru', 'en'] as const
export type Language = (typeof languages)[number]

/** U+00A0: keeps a number and its unit on one line. */
const NBSP = '\u00a0'
const MINUTE = 60_000
const HOUR = 3_600_000

const unit = {
  kk: { m: 'м', km: 'км', ms: 'мс', s: 'с', min: 'мин', h: 'сағ' },
  ru: { m: 'м', km: 'км', ms: 'мс', s: 'с', min: 'мин', h: 'ч' },
  en: { m: 'm', km: 'km', ms: 'ms', s: 's', min: 'min', h: 'h' },
} as const
export type UnitName = keyof typeof unit.en

const weekdays = {
  kk: ['жс', 'дс', 'сс', 'ср', 'бс', 'жм', 'сб'],
  ru: ['вс', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const

const two = (n: number): string => String(n).padStart(2, '0')
const shifted = (at: number, offset: number): Date => new Date(at + offset * MINUTE)

/** 21:47:12, or 21:47 without seconds. `offset`: minutes east of UTC at that instant (Kazakhstan: 300). */
export function clockTime(at: number, offset: number, seconds = true): string {
  const local = shifted(at, offset)
  const text = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
  return seconds ? `${text}:${two(local.getUTCSeconds())}` : text
}

/** Where a window ends, without seconds: midnight is 24:00 of the day that is over. */
export function windowEnd(at: number, offset: number): string {
  const text = clockTime(at, offset, false)
  return text === '00:00' ? '24:00' : text
}

/** 24.11.2026 */
export function calendarDate(at: number, offset: number): string {
  const local = shifted(at, offset)
  return `${two(local.getUTCDate())}.${two(local.getUTCMonth() + 1)}.${local.getUTCFullYear()}`
}

/** вт, сс, Tue */
export function weekday(at: number, offset: number, language: Language): string {
  return weekdays[language][shifted(at, offset).getUTCDay()] ?? ''
}

/** UTC+5, UTC+5:30, UTC−3 */
export function zoneName(offset: number): string {
  const size = Math.abs(offset)
  const minutes = size % 60 ? `:${two(size % 60)}` : ''
  return `UTC${offset < 0 ? '−' : '+'}${Math.floor(size / 60)}${minutes}`
}

/** 02:41 under an hour; 1:05 ч from an hour on, with the unit so that it is not read as minutes. Milliseconds. */
export function duration(ms: number, language: Language): string {
  const size = Math.max(0, ms)
  if (size >= HOUR)
    return withUnit(`${Math.floor(size / HOUR)}:${two(Math.floor((size % HOUR) / MINUTE))}`, 'h', language)
  return `${two(Math.floor(size / MINUTE))}:${two(Math.floor((size % MINUTE) / 1000))}`
}

/** 1:50 on the way: as `duration` without the leading zero. Milliseconds. */
export function travelTime(ms: number, language: Language): string {
  return duration(ms, language).replace(/^0(?=\d:)/, '')
}

/** 96 м, 1,9 км, 12 км; a margin may be negative. Metres. */
export function distance(metres: number, language: Language): string {
  const size = Math.abs(metres)
  if (size < 999.5) return withUnit(number(Math.round(metres), language), 'm', language)
  return withUnit(number(metres / 1000, language, size < 9950 ? 1 : 0), 'km', language)
}

/** 2,4: hectares without their unit. Square metres. */
export function hectares(area: number, language: Language): string {
  return number(area / 10_000, language, 1)
}

/** 6 184 and 0,4; in English 6,184 and 0.4. `digits` after the separator, always printed. */
export function number(value: number, language: Language, digits = 0): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(digits).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : NBSP)
  const text = fraction === undefined ? grouped : `${grouped}${language === 'en' ? '.' : ','}${fraction}`
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text
}

/** 41 %; `share` is 0..1. */
export function percent(share: number, language: Language, digits = 0): string {
  return `${number(share * 100, language, digits)}${NBSP}%`
}

/** 5 мин, 14 ч, 0,4 с */
export function withUnit(value: string | number, name: UnitName, language: Language): string {
  return `${typeof value === 'number' ? number(value, language) : value}${NBSP}${unit[language][name]}`
}
