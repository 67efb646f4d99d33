import { describe, expect, it } from 'vitest'
import { ordered } from '../../../client/forces/order.ts'
import { type Carrying, type ForcesFilter, passes, statusOf } from '../../../client/forces/status.ts'
import {
  imported,
  opened,
  people,
  planned,
  reached,
  registered,
  sent,
  units,
} from '../../kit/dispatch-past.ts'
import { given, MINUTE, noon } from '../../kit/given-when-then.ts'

const { board } = given(
  ...units('k-2', 'k-14'),
  registered('k-3'),
  ...people('a1', 'a2'),
  imported('a3'),
  opened('op'),
  planned('post', 'op'),
  sent('t1', { unit: 'k-2', members: ['a1'] }),
  ...reached('t1', 'on-scene', { unit: 'k-2' }),
)
const all: Carrying[] = [...board.unit.values(), ...board.assistant.values()]
const everybody: ForcesFilter = { kind: 'all', status: 'all', text: '', found: new Set() }
const heard: Record<string, number> = { 'k-2': noon, 'k-14': noon + MINUTE, a1: noon - 10 * MINUTE }
const kept = (filter: Partial<ForcesFilter>) =>
  all
    .filter((one) => passes(one, { ...everybody, ...filter }, heard[one.id] ?? 0, noon + MINUTE, 2 * MINUTE))
    .map(({ id }) => id)
const known = {
  taskOf: (id: string) => board.task.get(id),
  heardAt: (no: number) => heard[all.find((one) => one.no === no)?.id ?? ''] ?? 0,
  metresOf: ({ id }: Carrying) => ({ a1: 50, 'k-14': 900 })[id] ?? null,
}
const order = (column: string, descending = false) =>
  ordered(all, { column, descending }, known).map(({ id }) => id)

describe('the list of forces', () => {
  it('FORCE-1 filters by kind and by what somebody does', () => {
    expect(kept({ status: 'on-duty' })).toEqual(['k-2', 'k-14', 'a1', 'a2'])
    expect(kept({ status: 'free' })).toEqual(['k-14', 'a2'])
    expect(kept({ status: 'busy', kind: 'unit' })).toEqual(['k-2'])
    expect(kept({ status: 'lost' })).toEqual(['a1', 'a2'])
    expect(kept({ kind: 'assistant' })).toEqual(['a1', 'a2', 'a3'])
  })

  it('FORCE-2 finds by part of a call sign, and whom the server found by name or phone, on duty or not', () => {
    expect(kept({ text: '14', status: 'on-duty' })).toEqual(['k-14'])
    expect(kept({ text: 'ахметова', found: new Set(['a3']), status: 'on-duty' })).toEqual(['a3'])
    expect(kept({ text: 'ахметова' })).toEqual([])
  })

  it('FORCE-3 a disbanded unit is not listed', () => {
    const unit = { ...(board.unit.get('k-3') as NonNullable<Carrying>), open: false } as Carrying
    expect(passes(unit, everybody, 0, noon, 0)).toBe(false)
  })

  it('FORCE-4 call signs stand in the order of their numbers, both ways', () => {
    expect(order('name')).toEqual(['a1', 'a2', 'a3', 'k-2', 'k-3', 'k-14'])
    expect(order('name', true)).toEqual(['k-14', 'k-3', 'k-2', 'a3', 'a2', 'a1'])
  })

  it('FORCE-4 by their words first, as the language has them, and a number of any length behind', () => {
    const signs = [
      'Ярус-2',
      'Алатау-10',
      'Әуе-1',
      'Алатау-9',
      'A-000012',
      'A-3',
      'Пост',
      'A-99999999',
      'Пост-1',
    ]
    const rows = signs.map((callSign, no) => ({ ...all[0], id: callSign, callSign, no }) as Carrying)
    const sorted = ordered(rows, { column: 'name', descending: false }, known)
    expect(sorted.map(({ callSign }) => callSign)).toEqual(
      signs.toSorted(new Intl.Collator('ru', { numeric: true }).compare),
    )
  })

  it('FORCE-5 by status whoever needs an eye comes first: offered, at work, free, off duty', () => {
    expect(order('status')).toEqual(['a1', 'k-2', 'a2', 'k-14', 'a3', 'k-3'])
  })

  it('FORCE-6 by distance and by age those without a fix stand last', () => {
    expect(order('distance')).toEqual(['a1', 'k-14', 'a2', 'a3', 'k-2', 'k-3'])
    expect(order('age').slice(0, 3)).toEqual(['k-14', 'k-2', 'a1'])
  })

  it('FORCE-7 a status is the step of the task, or why there is none', () => {
    const task = board.task.get('t1')
    const of = (kind: 'unit' | 'assistant', id: string) => {
      const carrier = board[kind].get(id)
      return carrier && statusOf(carrier, carrier.task ? task : undefined)
    }
    expect([of('unit', 'k-2'), of('assistant', 'a1'), of('assistant', 'a2'), of('unit', 'k-3')]).toEqual([
      'on-scene',
      'offered',
      'free',
      'off-duty',
    ])
    const leaving = given(board).board.unit.get('k-14')
    expect(leaving && statusOf({ ...leaving, leaving: { at: noon } }, undefined)).toBe('leaving')
  })
})
