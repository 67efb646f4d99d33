import { expect, test } from 'vitest'
import { alarmOf, reportOf } from '../../../client/force/chosen-report.ts'
import { earlier, minutesOf } from '../../../client/force/day-time.ts'
import { drawMinute } from '../../../client/force/minute-drawing.ts'
import { missingPart, newDraft, toggled, writtenBody } from '../../../shared/force-reports/draft.ts'
import type { FrozenMinute } from '../../../shared/force-reports/minute.ts'
import { people } from '../../kit/dispatch-past.ts'
import { criteria, forceReported } from '../../kit/force.ts'
import { given, noon } from '../../kit/given-when-then.ts'

const at = (lat: number, lng: number) => ({ at: noon, lat, lng, accuracy: 5 })
const minute = (...points: FrozenMinute['carriers'][number]['points'][]): FrozenMinute => ({
  ...{ from: noon - 30_000, happenedAt: noon, to: noon + 30_000, order: null, messages: [] },
  carriers: points.map((of, n) => ({
    kind: 'assistant' as const,
    id: `a${n}`,
    callSign: `A-${n}`,
    points: of,
  })),
})

test('FORCE-213 the minute is drawn north up, to scale, inside its frame; without a position there is no picture', () => {
  expect(drawMinute(minute([]), 500, 300)).toBeNull()
  const drawing = drawMinute(minute([at(43.24, 76.9), at(43.241, 76.9)], [at(43.2405, 76.902)]), 500, 300)
  const [first = [], second = []] = drawing?.paths ?? []
  const [south, north] = first
  expect(south?.x).toBe(north?.x)
  expect(south?.y).toBeGreaterThan(north?.y ?? 0)
  expect(second[0]?.x).toBeGreaterThan(north?.x ?? 0)
  for (const { x, y } of [...first, ...second]) {
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(500)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(300)
  }
  const pixels = (south?.y ?? 0) - (north?.y ?? 0)
  const { metres = 0, pixels: bar = 0 } = drawing?.scale ?? {}
  expect(pixels / (bar / metres)).toBeCloseTo(111, 0)
})

test('FORCE-214 what is mandatory is asked for in its order, and nothing is answered for the writer', () => {
  let draft = newDraft(noon, criteria)
  const asked: (string | null)[] = []
  const filled = [
    { place: 'Gate 4' },
    { unit: 'K-14' },
    {
      subjects: [
        { criteria, categories: ['none' as const], injuries: 'none' as const, firstAid: 'no' as const },
      ],
    },
    { words: 'Held by the arm' },
    { seen: false },
    { police: true, policeAt: noon },
    { notified: ['nobody' as const] },
  ]
  for (const part of filled) {
    asked.push(missingPart(draft, false))
    draft = { ...draft, ...part }
  }
  expect(asked).toEqual(['place', 'unit', 'subject', 'words', 'witnesses', 'police', 'notified'])
  expect(missingPart(draft, false)).toBeNull()
  expect(writtenBody('r', draft, true)).toMatchObject({ unit: null, witnesses: null, policeAt: noon })
  expect(toggled(['ambulance'], 'nobody', ['nobody'])).toEqual(['nobody'])
  expect(toggled(['nobody'], 'ambulance', ['nobody'])).toEqual(['ambulance'])
})

test('FORCE-215 the alarm leads to the oldest open report of its person, and the report back to the alarm', () => {
  const raised = {
    type: 'AlarmRaised',
    keys: ['alarm:x' as const],
    data: {
      ...{ alarm: 'x', kind: 'force-used', subject: { kind: 'assistant', id: 'a1' }, region: 'almaty' },
      ...{ operation: null, task: null, fix: null, params: { late: 0 }, offDuty: false },
    },
  }
  const { board } = given(...people('a1', 'a2'), forceReported('r1', 'a1'), forceReported('r2', 'a2'), raised)
  const report = reportOf(board, 'a1')
  expect(report?.id).toBe('r1')
  expect(report && alarmOf(board, report)).toEqual({ id: 'x', operation: null })
  expect(reportOf(board, 'a3')).toBeUndefined()
})

test('FORCE-216 a time of the day told by radio is the last such time, also over midnight', () => {
  // Noon of the tests is 14:00 in Kazakhstan.
  expect(earlier(noon, 13 * 60 + 50, 300)).toBe(noon - 600_000)
  expect(earlier(noon, 14 * 60 + 10, 300)).toBe(noon + 600_000 - 86_400_000)
  expect(minutesOf(noon, 300)).toBe(14 * 60)
})
