import { expect, test } from 'vitest'
import { lettersFor } from '../../../../client/search/segments/areas.ts'

const areas = (...letters: string[]) => letters.map((letter) => ({ letter, name: '', ring: [] }))

test('SEARCH-UI-58 segments of a file keep their letters where they are free, and get the next free ones else', () => {
  expect(lettersFor(areas('AA', '', 'B', 'B', 'C'), ['A', 'C'])).toEqual(['AA', 'D', 'B', 'E', 'F'])
  const alphabet = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i))
  expect(lettersFor(areas('', ''), [...alphabet, 'A2'])).toEqual(['B2', 'C2'])
})
