import { expect, test } from 'vitest'
import { contactLost } from '../../../../shared/alarms/rules/contact-lost.ts'

const at = 1_000_000_000
const now = (seconds: number) => at + seconds * 1000

test.each([
  ['heard just now', 10, 5, 0, 'clear'],
  ['not live any more, not lost yet', 179, 5, 0, null],
  ['silent for three minutes', 180, 5, 0, { raise: { since: at } }],
  ['silent for less than three of its intervals', 299, 100, 0, null],
  ['silent for three of its intervals', 300, 100, 0, { raise: { since: at } }],
  ['silent, but this node hears nobody', 500, 5, 3001, null],
])('ALARM-20 contact lost: %s', (_, seconds, interval, relayAge, expected) => {
  expect(contactLost.judge({ at, interval, relayAge, now: now(seconds) })).toEqual(expected)
})

test('ALARM-20 who never had a fix is not lost', () => {
  expect(contactLost.judge({ at: 0, interval: 5, relayAge: 0, now: at })).toBeNull()
})

test('ALARM-20 heard again but only just: two minutes of age clear it, not one second less than three', () => {
  expect(contactLost.judge({ at, interval: 5, relayAge: 0, now: now(121) })).toBeNull()
  expect(contactLost.judge({ at, interval: 5, relayAge: 0, now: now(120) })).toBe('clear')
})
