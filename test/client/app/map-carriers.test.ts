import { afterEach, expect, test } from 'vitest'
import { openPanel, select, useDesk } from '../../../client/app/desk-state.ts'
import { makeMapCarriers } from '../../../client/app/map-carriers.ts'
import {
  flagAlarm,
  flagBusy,
  flagDimmed,
  flagLost,
  flagOffered,
  flagOut,
  flagSelected,
  kindAssistant,
  kindNone,
  kindUnit,
} from '../../../client/map/carriers.ts'
import { makeLive } from '../../../client/store/live.ts'
import type { Store } from '../../../client/store/open-store.ts'
import { reserve } from '../../../shared/positions/live-table.ts'
import { type GivenFact, given, noon } from '../../kit/given-when-then.ts'
import { atWork, onShift, operation, registered, registeredUnit, sent, square } from '../../kit/past.ts'

afterEach(() => useDesk.setState(useDesk.getInitialState(), true))

/** The real board, fold and table; only the link and the names are said. */
function mapOf(facts: GivenFact[], level: 'live' | 'lost' = 'live') {
  const { board } = given(...facts)
  const live = makeLive()
  const named: string[] = []
  const store = {
    board: { board },
    live,
    connection: { link: () => ({ level }) },
    names: {
      get: () => 'Ли Артём',
      want: (id: string) => {
        named.push(id)
        return () => {}
      },
    },
  } as unknown as Store
  const drawn = makeMapCarriers(store, (key) => key, 'ru')
  const noOf = (kind: 'unit' | 'assistant', id: string) => board[kind].get(id)?.no ?? -1
  return {
    ...drawn,
    named,
    noOf,
    of(kind: 'unit' | 'assistant', id: string) {
      drawn.refresh()
      const no = noOf(kind, id)
      return [drawn.carriers.kind[no], drawn.carriers.flags[no]]
    },
    put(kind: 'unit' | 'assistant', id: string, lat: number, lng: number) {
      const no = noOf(kind, id)
      reserve(live.table, no)
      live.table.lat[no] = lat
      live.table.lng[no] = lng
      live.table.at[no] = noon
    },
  }
}

const raised = (kind: 'sos' | 'perimeter-left', id: string): GivenFact => ({
  type: 'AlarmRaised',
  keys: [`alarm:${kind} ${id}`],
  data: {
    alarm: `${kind} ${id}`,
    kind,
    subject: { kind: 'assistant', id },
    region: 'almaty',
    operation: 'op',
    task: 'task',
    fix: null,
    params: {},
    offDuty: false,
  },
})

test('APP-7 people on duty are drawn, the others are not', () => {
  const map = mapOf([registered('a1'), registered('a2'), registeredUnit('u1'), onShift('assistant', 'a1')])
  expect(map.of('assistant', 'a1')).toEqual([kindAssistant, 0])
  expect(map.of('assistant', 'a2')).toEqual([kindNone, 0])
  expect(map.of('unit', 'u1')).toEqual([kindNone, 0])
})

test('APP-8 an offer is marked as not yet answered, a task at work as busy', () => {
  const offered = mapOf([
    ...['u1'].flatMap((id) => [registeredUnit(id), onShift('unit', id)]),
    registered('a1'),
    onShift('assistant', 'a1'),
    ...operation(),
    sent(['a1'], { unit: 'u1' }),
  ])
  expect(offered.of('assistant', 'a1')).toEqual([kindAssistant, flagOffered])
  const working = mapOf(atWork(['a1']))
  expect(working.of('assistant', 'a1')).toEqual([kindAssistant, flagBusy])
  expect(working.of('unit', 'unit')).toEqual([kindUnit, flagBusy])
})

test('APP-9 a call for help outranks leaving the perimeter, and its name is asked for', () => {
  const map = mapOf([
    ...atWork(['a1', 'a2']),
    raised('sos', 'a1'),
    raised('perimeter-left', 'a1'),
    raised('perimeter-left', 'a2'),
  ])
  expect(map.of('assistant', 'a1')).toEqual([kindAssistant, flagBusy | flagAlarm])
  expect(map.of('assistant', 'a2')).toEqual([kindAssistant, flagBusy | flagOut])
  expect(map.carriers.tagOf(map.noOf('assistant', 'a1'))).toMatch(/^SOS /)
  expect(map.carriers.labelOf(map.noOf('assistant', 'a1'), 12)).toBe('Ли А.')
  expect(new Set(map.named)).toEqual(new Set(['a1', 'a2']))
})

test('APP-10 somebody off duty who calls for help is drawn as well', () => {
  const map = mapOf([registered('a1'), raised('sos', 'a1')])
  expect(map.of('assistant', 'a1')).toEqual([kindAssistant, flagAlarm])
})

test('APP-11 with an operation at hand people of other operations are dimmed, free people and alarms are not', () => {
  const map = mapOf([
    ...atWork(['a1', 'a2']),
    registered('free'),
    onShift('assistant', 'free'),
    raised('sos', 'a2'),
  ])
  useDesk.setState({ operation: 'another' })
  expect(map.of('assistant', 'a1')).toEqual([kindAssistant, flagBusy | flagDimmed])
  expect(map.of('assistant', 'a2')).toEqual([kindAssistant, flagBusy | flagAlarm])
  expect(map.of('assistant', 'free')).toEqual([kindAssistant, 0])
})

test('APP-12 the selected person is marked; a task by its unit, an alarm by whom it is about', () => {
  const map = mapOf([...atWork(['a1']), raised('perimeter-left', 'a1')])
  const selected = (kind: 'unit' | 'assistant', id: string) =>
    ((map.of(kind, id)[1] ?? 0) & flagSelected) !== 0
  select({ kind: 'assistant', id: 'a1' })
  expect([selected('assistant', 'a1'), selected('unit', 'unit')]).toEqual([true, false])
  select({ kind: 'task', id: 'task' })
  expect([selected('assistant', 'a1'), selected('unit', 'unit')]).toEqual([false, true])
  select({ kind: 'alarm', id: 'perimeter-left a1' })
  expect([selected('assistant', 'a1'), selected('unit', 'unit')]).toEqual([true, false])
})

test('MAP-20 those drawn around are marked as long as their list is open, and a crowd too large to mark is not', () => {
  const map = mapOf(atWork(['a1', 'a2']))
  const marked = (id: string) => ((map.of('assistant', id)[1] ?? 0) & flagSelected) !== 0
  const group = [{ kind: 'assistant', id: 'a1' } as const]
  openPanel({ name: 'group', carriers: group })
  expect([marked('a1'), marked('a2')]).toEqual([true, false])
  openPanel({ name: 'group', carriers: Array.from({ length: 301 }, () => group[0] as never) })
  expect(marked('a1')).toBe(false)
  openPanel(null)
  expect(marked('a1')).toBe(false)
})

test('APP-13 without a link everybody is drawn as lost', () => {
  const map = mapOf(atWork(['a1']), 'lost')
  expect(map.of('assistant', 'a1')).toEqual([kindAssistant, flagBusy | flagLost])
})

test('APP-14 a pair is tied by its officer once both are there, and marked when they are too far apart', () => {
  const map = mapOf(atWork(['a1']))
  map.put('unit', 'unit', 43.205, 76.905)
  map.put('assistant', 'a1', 43.205, 76.9055)
  map.refresh()
  const pair = [map.noOf('unit', 'unit'), map.noOf('assistant', 'a1')]
  expect(map.carriers.pairs).toEqual([[...pair, false]])
  map.put('assistant', 'a1', 43.205, 76.908)
  map.measure()
  expect(map.carriers.pairs).toEqual([[...pair, true]])
})

test('APP-15 the tag of somebody outside says how far beyond the border', () => {
  const map = mapOf([...atWork(['a1']), raised('perimeter-left', 'a1')])
  const corner = square[2] as { lat: number; lng: number }
  map.put('assistant', 'a1', corner.lat + 0.001, corner.lng)
  map.refresh()
  expect(map.carriers.tagOf(map.noOf('assistant', 'a1'))).toBe('desk:beyond')
  map.put('assistant', 'a1', corner.lat - 0.005, corner.lng - 0.005)
  expect(map.carriers.tagOf(map.noOf('assistant', 'a1'))).toBe('desk:outside')
})

test('APP-16 a unit has the number of its task in the operation at hand, else the end of its call sign', () => {
  const map = mapOf([...atWork(['a1']), { ...registeredUnit('Алатау-14') }, onShift('unit', 'Алатау-14')])
  useDesk.setState({ operation: 'op' })
  map.refresh()
  expect(map.carriers.numberOf(map.noOf('unit', 'unit'))).toBe('1')
  expect(map.carriers.numberOf(map.noOf('unit', 'Алатау-14'))).toBe('14')
})
