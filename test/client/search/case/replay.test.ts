import { expect, test } from 'vitest'
import { replaySearch } from '../../../../client/search/case/replay.ts'
import type { LoggedEvent } from '../../../../shared/kernel/event.ts'
import { searchState } from '../../../../shared/search/state.ts'
import { type GivenFact, MINUTE, noon, officer } from '../../../kit/given-when-then.ts'
import { operation } from '../../../kit/past.ts'

const sweep = (at: number, pod: number) => ({ at, from: at - MINUTE, to: at, pod, searchers: [] })
const fact = (type: string, at: number, data: object): GivenFact => ({
  ...{ type, at, keys: ['place:post'] },
  data: { place: 'post', operation: 'op', ...data },
})
const log = (...facts: GivenFact[]) =>
  facts.map(
    ({ at = noon, ...one }, n): LoggedEvent => ({
      ...one,
      at,
      by: officer,
      seq: n + 1,
      commandId: `c${n}`,
      n: 0,
    }),
  )

test('DEBRIEF-223 every record, debriefing and undo is a step of its own, with the numbers as they stood then', () => {
  const first = noon + 10 * MINUTE
  const steps = replaySearch(
    log(
      ...operation('search', { kind: 'segment', letter: 'F', poa: 0.4 }),
      fact('SegmentSearched', first, { search: sweep(first, 0.5) }),
      fact('SearchDebriefed', first + MINUTE, { sweep: first, debrief: { pod: 0.25 } }),
      fact('NoteWritten', first + 2 * MINUTE, {}),
      fact('SearchDebriefUndone', first + 3 * MINUTE, { sweep: first }),
      fact('SegmentSearchUndone', first + 4 * MINUTE, { at: first }),
    ),
    'op',
  )
  expect(steps.map(({ event, places }) => [event.type, searchState(places).opos])).toEqual([
    ['PlacePlanned', expect.closeTo(0, 12)],
    ['SegmentSearched', expect.closeTo(0.2, 12)],
    ['SearchDebriefed', expect.closeTo(0.1, 12)],
    ['SearchDebriefUndone', expect.closeTo(0.2, 12)],
    ['SegmentSearchUndone', expect.closeTo(0, 12)],
  ])
})
