import { expect, test } from 'vitest'
import { fittingAreas, lettersFor } from '../../../../client/search/segments/areas.ts'

const areas = (...letters: string[]) => letters.map((letter) => ({ letter, name: '', ring: [] }))

test('SEARCH-UI-58 segments of a file keep their letters where they are free, and get the next free ones else', () => {
  expect(lettersFor(areas('AA', '', 'B', 'B', 'C'), ['A', 'C'])).toEqual(['AA', 'D', 'B', 'E', 'F'])
  const alphabet = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i))
  expect(lettersFor(areas('', ''), [...alphabet, 'A2'])).toEqual(['B2', 'C2'])
})

test('SEG-244 of a file only outlines come that share nothing with a segment or with one before them', () => {
  const box = (west: number) => [
    { lat: 43.202, lng: west },
    { lat: 43.202, lng: west + 0.002 },
    { lat: 43.206, lng: west + 0.002 },
    { lat: 43.206, lng: west },
  ]
  const perimeter = [
    { lat: 43.19, lng: 76.89 },
    { lat: 43.19, lng: 76.95 },
    { lat: 43.21, lng: 76.95 },
    { lat: 43.21, lng: 76.89 },
  ]
  const known = [{ kind: 'segment' as const, letter: 'A', ring: box(76.9) }]
  const file = [76.901, 76.903, 76.904, 76.91].map((west, i) => ({
    ...{ letter: '', name: `Sector ${i + 1}`, ring: box(west) },
  }))
  const { areas, leftOut } = fittingAreas({ areas: file, leftOut: [] }, perimeter, known)
  expect(areas.map(({ name }) => name)).toEqual(['Sector 2', 'Sector 4'])
  expect(leftOut).toMatchObject([
    { name: 'Sector 1', code: 'search.segments-overlap', params: { other: 'A', percent: 50 } },
    { name: 'Sector 3', code: 'search.segments-overlap', params: { other: 'Sector 2', percent: 50 } },
  ])
})
