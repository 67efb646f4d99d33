import { expect, test } from 'vitest'
import { debriefDraft, saidOf } from '../../../../client/search/sweep/debrief-draft.ts'
import type { SaidOfSweep } from '../../../../shared/search/sweep/debrief-types.ts'
import type { SegmentSearch } from '../../../../shared/search/types.ts'

const sweep = { sweepWidth: { metres: 40, source: 'rd-test', rd: 25, visibility: 'medium' } } as SegmentSearch
const ring = [
  { lat: 43.2, lng: 76.9 },
  { lat: 43.2, lng: 76.91 },
  { lat: 43.21, lng: 76.91 },
]
const said: SaidOfSweep = {
  ...{ spacing: 15, light: 'dark', terrain: 'open' },
  width: { by: 'rd-test', rd: 12, visibility: 'low' },
  missed: { ring },
  others: { people: 2, metres: 800, confirmed: true },
}

test('DEBRIEF-224 what was said before comes back as it was said', () => {
  expect(saidOf(debriefDraft({ ...sweep, debrief: { said } } as SegmentSearch))).toEqual(said)
})

test('DEBRIEF-225 a debriefing begins as planned, and is not sent while a number that was begun is missing', () => {
  const draft = debriefDraft(sweep)
  expect(saidOf(draft)).toMatchObject({ width: { by: 'planned' }, missed: null, others: null })
  expect(saidOf({ ...draft, width: 'rd-test' })).toBeNull()
  expect(saidOf({ ...draft, missed: 'share' })).toBeNull()
  expect(saidOf({ ...draft, missed: 'drawn' })).toBeNull()
  expect(saidOf({ ...draft, people: 2 })).toBeNull()
  expect(saidOf({ ...draft, missed: 'share', percent: 20 })).toMatchObject({ missed: { share: 0.2 } })
})
