import { expect, test } from 'vitest'
import { newestRelevantClue } from '../../../../shared/search/case/clues.ts'
import { clueDeciders } from '../../../../shared/search/case/decide-clues.ts'
import { factsOf, given, MINUTE, noon } from '../../../kit/given-when-then.ts'
import { operation, registered } from '../../../kit/past.ts'

const { PlaceClue, ReportClue, AddCluePhoto, AssessClue, NoteCustody, ReleaseClue, WithdrawClue } =
  clueDeciders
const at = { lat: 43.2051, lng: 76.9052 }
const search = () => given(...operation('search'), registered('a1'))
const report = { clue: 'c1', operation: 'op', at, text: 'A glove', foundAt: noon - 30 * MINUTE }
const finder = { by: { kind: 'assistant' as const, id: 'a1' } }
const photo = { id: `photo-${'a'.repeat(40)}`, digest: 'b'.repeat(64) }
const reported = () => search().when(ReportClue, report, finder).thenTypes('CluePlaced')

test('CLUE-200 clues are numbered in a row, each with its finder and when it was found', () => {
  const { board } = reported()
    .when(PlaceClue, { operation: 'op', at, text: 'A trace', finder: { kind: 'citizen' } })
    .when(PlaceClue, { operation: 'op', at, text: 'A voice', foundAt: noon - MINUTE })
  expect([...board.clue.values()]).toMatchObject([
    { id: 'c1', number: 1, finder: { kind: 'assistant', id: 'a1' }, foundAt: report.foundAt, at: noon },
    { number: 2, finder: { kind: 'citizen' }, foundAt: noon },
    { number: 3, finder: { kind: 'staff', id: 'officer' }, foundAt: noon - MINUTE },
  ])
})

test('CLUE-201 a phone’s repeated report is the same clue, also after the operation’s end; another’s id is refused', () => {
  reported()
    .when(ReportClue, report, finder)
    .then([])
    .when(ReportClue, report, { by: { kind: 'assistant', id: 'a2' } })
    .then({ code: 'search.clue-taken' })
  given(...operation('search'), ...[registered('a1')], {
    type: 'OperationClosed',
    keys: ['operation:op'],
    data: { operation: 'op', outcome: 'done' },
  })
    .when(ReportClue, report, finder)
    .thenTypes('CluePlaced')
  given(...operation('patrol'))
    .when(ReportClue, report, finder)
    .then({ code: 'search.not-a-search' })
  search()
    .when(ReportClue, { ...report, foundAt: noon + 2 * MINUTE }, finder)
    .then({ code: 'search.seen-later' })
})

test('CLUE-202 the chain of custody only grows, in the order of its times, and is sealed', () => {
  const entry = { clue: 'c1', takenBy: 'Sgt. Alimov', handedTo: 'Duty room', happenedAt: noon }
  const noted = reported()
    .when(NoteCustody, entry)
    .thenTypes('CustodyNoted')
    .when(NoteCustody, { clue: 'c1', takenBy: 'Duty room', stored: 'Locker 4', happenedAt: noon })
  expect(JSON.stringify(factsOf(noted.decision))).not.toContain('Locker')
  expect(noted.board.clue.get('c1')?.custody).toMatchObject([
    { by: 'officer', at: noon, happenedAt: noon },
    { by: 'officer', at: noon, happenedAt: noon },
  ])
  noted
    .when(NoteCustody, { ...entry, happenedAt: noon - MINUTE })
    .then({ code: 'search.custody-order' })
    .when(NoteCustody, { ...entry, happenedAt: noon + 2 * MINUTE })
    .then({ code: 'search.seen-later' })
    .when(NoteCustody, { ...entry, clue: 'x' })
    .then({ code: 'search.clue-unknown' })
})

test('CLUE-203 only its release lets a clue’s facts go without the case’s key, and what is discounted is not shown', () => {
  const step = reported()
  expect(factsOf(step.decision)[0]?.keys).toEqual(['clue:c1', 'case:op'])
  step.when(AssessClue, { clue: 'c1', verdict: 'relevant' })
  expect(factsOf(step.decision)[0]?.keys).toEqual(['clue:c1', 'case:op'])
  step.when(ReleaseClue, { clue: 'c1', at, text: 'Black glove, left hand' })
  expect(factsOf(step.decision)[0]?.keys).toEqual(['clue:c1'])
  expect(step.board.clue.get('c1')?.released).not.toBeNull()
  expect(step.board.clue.get('c1')?.released).not.toEqual(step.board.clue.get('c1')?.sealed)
  step
    .when(WithdrawClue, { clue: 'c1' })
    .thenTypes('ClueWithdrawn')
    .when(WithdrawClue, { clue: 'c1' })
    .then([])
  step
    .when(AssessClue, { clue: 'c1', verdict: 'discounted' })
    .when(ReleaseClue, { clue: 'c1', at, text: 'x' })
    .then({ code: 'search.clue-discounted' })
})

test('CLUE-204 the newest relevant clue has the time of its assessment; a discounted one counts no more', () => {
  const step = reported().when(PlaceClue, { operation: 'op', at, text: 'A trace' })
  expect(newestRelevantClue(step.board, 'op')).toBeNull()
  step.when(AssessClue, { clue: 'c1', verdict: 'relevant' }, { now: noon + MINUTE })
  const second = [...step.board.clue.keys()][1] ?? ''
  step.when(AssessClue, { clue: second, verdict: 'confirmed' }, { now: noon + 2 * MINUTE })
  expect(newestRelevantClue(step.board, 'op')).toBe(noon + 2 * MINUTE)
  step.when(AssessClue, { clue: second, verdict: 'discounted' }, { now: noon + 3 * MINUTE })
  expect(newestRelevantClue(step.board, 'op')).toBe(noon + MINUTE)
  step.when(AssessClue, { clue: 'c1', verdict: 'relevant' }, { now: noon + 9 * MINUTE }).then([])
})

test('CLUE-205 a clue has one photo; the same again changes nothing', () => {
  reported()
    .when(AddCluePhoto, { clue: 'c1', photo })
    .thenTypes('CluePhotoAdded')
    .when(AddCluePhoto, { clue: 'c1', photo })
    .then([])
    .when(AddCluePhoto, { clue: 'c1', photo: { ...photo, id: `photo-${'c'.repeat(40)}` } })
    .then({ code: 'search.clue-has-photo' })
})
