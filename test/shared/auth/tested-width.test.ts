import { expect, test } from 'vitest'
import { mayGive } from '../../../shared/auth/may-give.ts'
import type { Viewer } from '../../../shared/auth/viewer.ts'
import { given } from '../../kit/given-when-then.ts'
import { atWork } from '../../kit/past.ts'

test('SWEEP-206 the unit at work there sends a tested width, never an estimate; nobody else’s phone does', () => {
  const { board } = given(...atWork(['a1']))
  const may = (kind: 'unit' | 'assistant', id: string, operation: string, source: 'rd-test' | 'estimate') =>
    mayGive(board, { kind, id } as Viewer, 'SetSweepWidth', { operation, sweepWidth: { metres: 40, source } })
  expect(may('unit', 'unit', 'op', 'rd-test')).toBe(true)
  expect(may('unit', 'unit', 'op', 'estimate')).toBe(false)
  expect(may('unit', 'unit', 'other', 'rd-test')).toBe(false)
  expect(may('unit', 'unit2', 'op', 'rd-test')).toBe(false)
  expect(may('assistant', 'a1', 'op', 'rd-test')).toBe(false)
})
