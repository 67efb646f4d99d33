import { describe, expect, test } from 'vitest'
import type { StaffRole } from '../../../shared/accounts/types.ts'
import { hearsCall, mayReadRecord, maySee, maySeePosition, worksOn } from '../../../shared/auth/may-see.ts'
import type { Viewer } from '../../../shared/auth/viewer.ts'
import { type EntityKind, entityKinds, type Key, key } from '../../../shared/kernel/ids.ts'
import { oneOfEverything } from './board.ts'

const board = oneOfEverything()
const letters: Record<string, StaffRole> = {
  ...{ D: 'duty-officer', E: 'event-coordinator', S: 'search-coordinator', V: 'supervisor' },
  ...{ R: 'registrar', P: 'police-reviewer', U: 'auditor', A: 'administrator' },
}
const staff = (role: StaffRole, regions: string[], operations: string[] = []): Viewer => ({
  ...{ kind: 'staff', account: 'somebody', police: true },
  grants: [{ role, regions, operations }],
})
/** `a` is in the task, `u` leads it, `o` is in nothing. */
const phones: Record<string, Viewer> = {
  a: { kind: 'assistant', id: 'a1', device: 'phone' },
  u: { kind: 'unit', id: 'unit', device: 'x' },
  o: { kind: 'assistant', id: 'a2', device: 'x' },
}
const sorted = (of: string) => [...new Set(of)].sort()
const rolesThat = (may: (viewer: Viewer) => boolean, regions: string[], operations: string[] = []) =>
  Object.keys(letters)
    .filter((letter) => may(staff(letters[letter] as StaffRole, regions, operations)))
    .sort()
const phonesThat = (may: (viewer: Viewer) => boolean) =>
  Object.keys(phones)
    .filter((phone) => may(phones[phone] as Viewer))
    .sort()

interface Row {
  kind: EntityKind
  id: string
  /** Roles with a grant for the region; with one for the operation alone; with one for another region. */
  region: string
  operation?: string
  elsewhere?: string
  phones?: string
}
const table: Row[] = [
  { kind: 'account', id: 'officer', region: 'A', operation: 'A', elsewhere: 'A' },
  { kind: 'device', id: 'phone', region: 'ARD', operation: 'A', elsewhere: 'A' },
  { kind: 'gateway', id: 'gateway', region: 'AU', operation: 'AU', elsewhere: 'AU' },
  { kind: 'assistant', id: 'a1', region: 'DESVURP', operation: 'DESVURP', phones: 'au' },
  { kind: 'assistant', id: 'a2', region: 'DESVURP', phones: 'o' },
  { kind: 'assistant', id: 'guest', region: '', elsewhere: 'DESVURP' },
  { kind: 'unit', id: 'unit', region: 'DESVURP', operation: 'DESVURP', phones: 'au' },
  { kind: 'operation', id: 'op', region: 'DESVU', operation: 'DESVU', phones: 'au' },
  { kind: 'place', id: 'post', region: 'DESVU', operation: 'DESVU', phones: 'au' },
  { kind: 'place', id: 'free', region: 'DESVU', operation: 'DESVU' },
  { kind: 'task', id: 'task', region: 'DESVU', operation: 'DESVU', phones: 'au' },
  { kind: 'case', id: 'op', region: 'DESVU', operation: 'DESVU' },
  { kind: 'card', id: 'op', region: 'DESVU', operation: 'DESVU', phones: 'au' },
  { kind: 'clue', id: 'hidden', region: 'DESVU', operation: 'DESVU' },
  { kind: 'clue', id: 'shown', region: 'DESVU', operation: 'DESVU', phones: 'au' },
  { kind: 'incident', id: 'incident', region: 'DESVU' },
  { kind: 'alarm', id: 'alarm', region: 'DESVU', operation: 'DESVU', phones: 'au' },
  { kind: 'message', id: 'message', region: 'DESVU', operation: 'DESVU', phones: 'a' },
  { kind: 'note', id: 'note', region: 'DESVU', operation: 'DESVU' },
  { kind: 'handover', id: 'handover', region: 'DESVU' },
  { kind: 'application', id: 'file', region: 'RPU' },
  { kind: 'application', id: 'late', region: 'RPUV' },
  { kind: 'report', id: 'report', region: 'DVPU', phones: 'a' },
  { kind: 'erasure', id: 'erasure', region: 'ARU', operation: 'A', elsewhere: 'A' },
  { kind: 'recheck', id: 'a1', region: 'RPU' },
  { kind: 'prior', id: 'prior', region: 'DESVU', operation: 'DESVU' },
  { kind: 'consensus', id: 'consensus', region: 'DESVU', operation: 'DESVU' },
  { kind: 'sheet', id: 'sheet', region: 'DESVU', operation: 'DESVU' },
  { kind: 'distances', id: 'table', region: 'DESVU', operation: 'DESVU', elsewhere: 'DESVU' },
]

describe('who sees what', () => {
  test.each(table)('SEE-1 $kind $id: by role, region, operation and phone, and nobody else', (row) => {
    const sees = (viewer: Viewer) => maySee(board, viewer, row.kind, row.id)
    expect(rolesThat(sees, ['almaty']), 'of the region').toEqual(sorted(row.region))
    expect(rolesThat(sees, ['astana']), 'of another region').toEqual(sorted(row.elsewhere ?? ''))
    expect(rolesThat(sees, ['alma', 'almaty2', 'almaty/medeu/x'])).toEqual(rolesThat(sees, []))
    expect(rolesThat(sees, [], ['op']), 'of the operation').toEqual(sorted(row.operation ?? ''))
    expect(phonesThat(sees), 'by phone').toEqual(sorted(row.phones ?? ''))
  })

  test('CONS-201 before a consensus is closed, or when it is given up, nobody sees a sheet', () => {
    const blind = oneOfEverything()
    const consensus = blind.consensus.get('consensus')
    if (!consensus) throw new Error('no consensus')
    for (const closedAt of [null, 1]) {
      blind.consensus.set('consensus', { ...consensus, closedAt, result: null })
      const sees = (viewer: Viewer) => maySee(blind, viewer, 'sheet', 'sheet')
      expect(rolesThat(sees, ['almaty'], ['op'])).toEqual([])
      expect(phonesThat(sees)).toEqual([])
      expect(rolesThat((viewer) => mayReadRecord(blind, viewer, ['sheet:sheet']), ['almaty'])).toEqual([])
    }
  })

  test('SEE-2 every kind of entity stands in the table, and what is not there nobody sees', () => {
    expect([...new Set(table.map(({ kind }) => kind))].sort()).toEqual([...entityKinds].sort())
    for (const kind of entityKinds)
      for (const letter of Object.keys(letters))
        expect(maySee(board, staff(letters[letter] as StaffRole, ['almaty']), kind, 'nothing')).toBe(false)
  })

  test('SEE-3 positions are followed by the desk and the own team, never by registry, review or audit', () => {
    const follows = (id: string) => (viewer: Viewer) => maySeePosition(board, viewer, 'assistant', id)
    expect(rolesThat(follows('a1'), ['almaty'])).toEqual(sorted('DESV'))
    expect(rolesThat(follows('a1'), [], ['op'])).toEqual(sorted('DESV'))
    expect(rolesThat(follows('a2'), [], ['op'])).toEqual([])
    expect(rolesThat(follows('guest'), ['almaty'], ['op'])).toEqual([])
    expect([phonesThat(follows('a1')), phonesThat(follows('a2'))]).toEqual([['a', 'u'], ['o']])
    expect(rolesThat((viewer) => worksOn(board, viewer, 'op'), ['almaty'])).toEqual(sorted('DESV'))
    expect(phonesThat((viewer) => worksOn(board, viewer, 'op'))).toEqual([])
  })

  test('SEE-4 a call for help comes at its receipt to whom its alarm will come', () => {
    const hears = (id: string) => (viewer: Viewer) => hearsCall(board, viewer, { kind: 'assistant', id })
    const sees = (viewer: Viewer) => maySee(board, viewer, 'alarm', 'alarm')
    for (const [regions, operations] of [
      [['almaty'], []],
      [['almaty/medeu'], []],
      [['almaty/bostandyq'], []],
      [['astana'], []],
      [[], ['op']],
    ] as const)
      expect(rolesThat(hears('a1'), [...regions], [...operations])).toEqual(
        rolesThat(sees, [...regions], [...operations]),
      )
    expect(rolesThat(hears('a1'), ['almaty'])).toEqual(sorted('DESVU'))
    expect(phonesThat(hears('a1'))).toEqual(['a', 'u'])
    expect(rolesThat(hears('guest'), ['astana'])).toEqual(sorted('DESVU'))
  })

  test('SEE-5 an alarm that is over stays with the desk and with whom it was about', () => {
    const over = oneOfEverything()
    const alarm = over.alarm.get('alarm')
    if (!alarm) throw new Error('no alarm')
    over.alarm.set('alarm', {
      ...alarm,
      resolved: { at: 1, account: 'officer', reason: 'helped' },
    } as typeof alarm)
    const sees = (viewer: Viewer) => maySee(over, viewer, 'alarm', 'alarm')
    expect(rolesThat(sees, ['almaty'])).toEqual(sorted('DESVU'))
    expect(phonesThat(sees)).toEqual(['a'])
  })

  test('SEE-6 a record of the past is read by who sees all that it is about; who was in a task is told with the task', () => {
    const reads =
      (...keys: Key[]) =>
      (viewer: Viewer) =>
        mayReadRecord(board, viewer, keys)
    const sending = reads(
      key('task', 'task'),
      key('operation', 'op'),
      key('unit', 'unit'),
      key('assistant', 'guest'),
    )
    expect(rolesThat(sending, [], ['op'])).toEqual(sorted('DESVU'))
    expect(rolesThat(sending, ['almaty/bostandyq', 'astana'])).toEqual([])
    expect(rolesThat(reads(key('assistant', 'a2')), ['almaty'])).toEqual(sorted('DESVURP'))
    expect(rolesThat(reads(key('assistant', 'a2'), key('assistant', 'guest')), ['almaty'])).toEqual([])
    expect(rolesThat(reads('store:numbers'), ['almaty'])).toEqual([])
  })
})
