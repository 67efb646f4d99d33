import { describe, expect, it } from 'vitest'
import { ghostOf, markMatches } from '../../../client/ui/match-marks.ts'
import { parseTimeOfDay, timeOfDay } from '../../../client/ui/time-text.ts'

describe('a completion', () => {
  it('UI-1 marks the start of each word that was typed', () => {
    const marked = markMatches('3 подкрепление 15', '3 Подк')
    expect(marked.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')).toBe('[3] [подк]репление 15')
    expect(markMatches('отправить 6', '6').filter(({ hit }) => hit)).toEqual([{ text: '6', hit: true }])
    expect(markMatches('a b', '')).toEqual([
      { text: 'a', hit: false },
      { text: ' ', hit: false },
      { text: 'b', hit: false },
    ])
  })

  it('UI-2 is shown in full only when it goes on from what was typed', () => {
    expect(ghostOf('3 подкрепление 15', '3 подк')).toBe('репление 15')
    expect(ghostOf('3 подкрепление 15', '3 подкрепление 15')).toBe('')
    expect(ghostOf('3 подкрепление 15', '3 подк 15')).toBeNull()
    expect(ghostOf('3 подкрепление 15', ' ')).toBeNull()
    expect(ghostOf('3 подкрепление 15', '')).toBeNull()
  })
})

describe('a typed time', () => {
  it('UI-3 is read in the ways people write it, and never guessed', () => {
    expect(['21:30', '21.30', '2130', '930', '9', '0:05', ' 7 '].map(parseTimeOfDay)).toEqual([
      1290, 1290, 1290, 570, 540, 5, 420,
    ])
    expect(['24:00', '12:60', '', 'полдень', '12345', '-1'].map(parseTimeOfDay)).toEqual(Array(6).fill(null))
    expect([0, 570, 1439].map(timeOfDay)).toEqual(['00:00', '09:30', '23:59'])
  })
})
