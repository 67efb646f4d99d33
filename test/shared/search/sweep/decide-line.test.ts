import { expect, test } from 'vitest'
import { planDeciders } from '../../../../shared/operations/decide-plan.ts'
import { searchDeciders } from '../../../../shared/search/decide.ts'
import { lineDeciders } from '../../../../shared/search/sweep/decide-line.ts'
import { lineOrder } from '../../../../shared/search/sweep/line-order.ts'
import type { Member, Task } from '../../../../shared/tasks/types.ts'
import { given } from '../../../kit/given-when-then.ts'
import { operation } from '../../../kit/past.ts'

const { SetSweepLine } = lineDeciders
const { SetSweepWidth } = searchDeciders
const ring = [
  { lat: 43.204, lng: 76.904 },
  { lat: 43.204, lng: 76.908 },
  { lat: 43.207, lng: 76.906 },
]
const line = { spacing: 20, bearing: 90, from: 'left' as const }
const search = () => given(...operation('search', { kind: 'segment', letter: 'F', poa: 0.2, ring }))

test('LANE-212 the line is the segment’s: set, changed, taken back, and the same twice is nothing new', () => {
  const set = search().when(SetSweepLine, { place: 'post', line }).thenTypes('SweepLineSet')
  expect(set.board.place.get('post')?.line).toEqual(line)
  set
    .when(SetSweepLine, { place: 'post', line: { ...line } })
    .then([])
    .when(SetSweepLine, { place: 'post', line: { ...line, from: 'right' } })
    .thenTypes('SweepLineSet')
    .when(SetSweepLine, { place: 'post', line: null })
    .thenTypes('SweepLineSet')
  expect(set.board.place.get('post')?.line).toBeUndefined()
})

test('LANE-212 a place without an outline, or that is no segment, has no line', () => {
  given(...operation('search', { kind: 'segment', letter: 'F', poa: 0.2, ring: null }))
    .when(SetSweepLine, { place: 'post', line })
    .then({ code: 'search.line-without-area' })
  given(...operation('event-security', { kind: 'post' }))
    .when(SetSweepLine, { place: 'post', line })
    .then({ code: 'search.not-a-segment' })
})

test('LANE-213 a change of the segment’s plan leaves its line alone, and the line is no change of the plan', () => {
  const set = search().when(SetSweepLine, { place: 'post', line })
  const place = set.board.place.get('post')
  if (!place) throw new Error('no segment')
  const { searches: _, changedAt: __, line: ___, id, operation: ____, ...plan } = place
  set.when(planDeciders.ChangePlace, { place: id, ...plan }).then([])
  const renamed = set.when(planDeciders.ChangePlace, { place: id, ...plan, name: 'Creek' })
  renamed.thenTypes('PlaceChanged')
  expect(renamed.board.place.get('post')).toMatchObject({ name: 'Creek', line })
})

test('SWEEP-205 measured distances stand beside the range that is their mean, or the width is refused', () => {
  const tested = { source: 'rd-test' as const, visibility: 'medium' as const, metres: 32, rd: 20 }
  const ranges = [18, 22, 20]
  const set = search()
    .when(SetSweepWidth, { operation: 'op', sweepWidth: { ...tested, ranges } })
    .thenTypes('SweepWidthSet')
  expect(set.board.operation.get('op')?.search?.sweepWidth).toEqual({ ...tested, ranges })
  set
    .when(SetSweepWidth, { operation: 'op', sweepWidth: { ...tested, ranges: [18, 22, 26] } })
    .then({ code: 'search.ranges-mismatch' })
})

test('LANE-214 the line counts from the members at hand by their slots, and closes up when one leaves', () => {
  const member = (assistant: string, slot: number, step: Member['step']) => ({ assistant, slot, step })
  const task = (...members: object[]) => ({ members }) as unknown as Task
  expect(
    lineOrder(
      task(
        member('c', 2, 'on-scene'),
        member('a', 0, 'accepted'),
        member('b', 1, 'hold'),
        member('d', 3, 'offered'),
      ),
    ),
  ).toEqual(['a', 'b', 'c'])
  expect(lineOrder(task(member('a', 0, 'complete'), member('b', 1, 'on-scene')))).toEqual(['b'])
})
