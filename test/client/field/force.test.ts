import { expect, test } from 'vitest'
import { criteriaOf, instantAfter, ownReport } from '../../../client/field/force.ts'
import type { OutboxItem } from '../../../client/field/storage.ts'
import type { CommandType } from '../../../shared/board/commands.ts'
import { people } from '../../kit/dispatch-past.ts'
import { criteria, forceReported } from '../../kit/force.ts'
import { given, noon } from '../../kit/given-when-then.ts'

const me = { kind: 'assistant', id: 'a1' } as const
const item = (type: CommandType, body: object): OutboxItem => ({
  ...{ no: 1, refused: null },
  envelope: { id: type, type, body },
})
const queued = item('ReportForce', { report: 'q', happenedAt: noon, criteria })

test('FORCE-REP-8 five answers make the seven criteria; a "no" to the last leaves open which of its three it was', () => {
  const answers = { protected: 'yes', armed: 'no', group: 'unknown', means: 'no', needed: 'yes' } as const
  const needed = { ground: 'yes', necessary: 'yes', proportionate: 'yes' }
  expect(criteriaOf(answers)).toEqual({
    protected: 'yes',
    armed: 'no',
    group: 'unknown',
    means: 'no',
    ...needed,
  })
  for (const no of ['no', 'unknown'] as const)
    expect(criteriaOf({ ...answers, needed: no })).toMatchObject({
      ground: 'unknown',
      proportionate: 'unknown',
    })
})

test('FORCE-REP-8 a report that waits for the network is shown and may be written to, one not written comes first', () => {
  const { board } = given(...people('a1', 'a2'), forceReported('r1', 'a1'), forceReported('r2', 'a2'))
  const { board: empty } = given(...people('a1'))
  expect(ownReport(empty, [], me)).toBeNull()
  expect(ownReport(empty, [queued], me)).toMatchObject({ id: 'q', reportedAt: null, written: false })
  expect(ownReport(empty, [queued, item('WriteForceReport', { report: 'q' })], me)?.written).toBe(true)
  expect(ownReport(board, [], me)).toMatchObject({ id: 'r1', reportedAt: noon, written: false })
  expect(ownReport(board, [item('WriteForceReport', { report: 'r1' }), queued], me)?.id).toBe('q')
  const refused = { ...queued, refused: { ok: false as const, code: 'x' } }
  expect(ownReport(empty, [refused], me)).toBeNull()
})

test('FORCE-REP-8 the time police came is the first such time after the event, also past midnight', () => {
  const at = (hours: number, minutes: number) => hours * 60 + minutes
  // Noon of the tests is 14:00 in Kazakhstan.
  expect(instantAfter(noon, at(14, 10), 300)).toBe(noon + 600_000)
  expect(instantAfter(noon, at(13, 30), 300)).toBe(noon - 1_800_000)
  const night = noon + 9.9 * 3_600_000
  expect(instantAfter(night, at(0, 4), 300)).toBe(noon + 10 * 3_600_000 + 240_000)
})
