import { tetherMetres } from '../../shared/alarms/rules/tether.ts'
import { distance as metresBetween } from '../../shared/geo/distance.ts'
import { marginTo } from '../../shared/geo/geofence.ts'
import { distance, duration, type Language, withUnit } from '../../shared/i18n/format.ts'
import type { Translate } from '../../shared/i18n/keys.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { lostAfter } from '../../shared/positions/age.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { isBound, isLive } from '../../shared/tasks/links.ts'
import { currentOrder } from '../../shared/tasks/types.ts'
import {
  type Carriers,
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
  type Pair,
} from '../map/carriers.ts'
import { shortName } from '../operations/short-name.ts'
import type { Store } from '../store/open-store.ts'
import { now } from '../ui/clock.ts'
import { useDesk } from './desk-state.ts'

/** From this zoom every symbol has its words. */
const namesFrom = 17

/** A larger group is not marked on the map: the marks would hide it. */
const mostMarked = 300

/**
 * What the map draws of everybody, from the board. `refresh` after a batch or another selection; `measure` each second
 * for what changes with the positions alone (a pair too far apart). Both change `carriers` in place.
 */
export function makeMapCarriers(store: Store, t: Translate, language: Language) {
  const { board } = store.board
  let kind = new Uint8Array(0)
  let flags = new Uint16Array(0)
  let numbers: string[] = []
  let alarmed = new Map<
    number,
    { since: number; sos: boolean; ring: readonly { lat: number; lng: number }[] | null }
  >()

  const carriers: Carriers = {
    table: store.live.table,
    kind,
    flags,
    pairs: [],
    now,
    lostAfter: () => lostAfter(0),
    numberOf: (no) => numbers[no] ?? '',
    labelOf(no, zoom) {
      const of = board.byNo[no]
      const special = ((flags[no] ?? 0) & (flagSelected | flagAlarm | flagOut)) !== 0
      if (!of || (!special && zoom < namesFrom)) return null
      if (of.kind === 'unit') return board.unit.get(of.id)?.callSign ?? null
      const name = store.names.get(of.id)
      return name ? shortName(name) : (board.assistant.get(of.id)?.callSign ?? null)
    },
    tagOf(no) {
      const alarm = alarmed.get(no)
      if (!alarm) return null
      if (alarm.sos) return `SOS ${duration(now() - alarm.since, language)}`
      const at = spot(no)
      const beyond = alarm.ring && at ? -marginTo(alarm.ring as never, at) : 0
      return beyond > 0 ? t('desk:beyond', { distance: distance(beyond, language) }) : t('desk:outside')
    },
    lostLabelOf: (_, age) => withUnit(Math.floor(age / 60_000), 'min', language),
  }

  const spot = (no: number) => {
    const { lat, lng, at } = store.live.table
    return at[no] ? { lat: lat[no] as number, lng: lng[no] as number } : null
  }

  function grow(size: number): void {
    if (size <= kind.length) return
    const capacity = Math.max(1024, 2 * size)
    kind = new Uint8Array(capacity)
    flags = new Uint16Array(capacity)
    carriers.kind = kind
    carriers.flags = flags
  }

  function refresh(): void {
    grow(board.byNo.length)
    kind.fill(kindNone)
    flags.fill(0)
    numbers = []
    const { operation } = useDesk.getState()
    const lost = store.connection.link().level === 'lost' ? flagLost : 0
    for (const carriers of [board.unit, board.assistant])
      for (const carrier of carriers.values()) {
        if (!bookedOn(carrier.shift)) continue
        const { no, callSign } = carrier
        const task = carrier.task === null ? undefined : board.task.get(carrier.task)
        const isUnit = carriers === board.unit
        kind[no] = isUnit ? kindUnit : kindAssistant
        flags[no] = lost
        if (task && operation && task.operation !== operation) flags[no] |= flagDimmed
        if (isUnit) numbers[no] = task?.operation === operation ? String(task?.number) : plateOf(callSign)
      }
    markTasks()
    markAlarms(lost)
    markSelected()
  }

  function markTasks(): void {
    for (const task of board.task.values()) {
      if (task.endedAt !== null) continue
      const unit = board.unit.get(task.unit)
      for (const [carrier, link] of [
        [unit, task.unitLink] as const,
        ...task.members.map((member) => [board.assistant.get(member.assistant), member] as const),
      ]) {
        if (!carrier || !isLive(link)) continue
        flags[carrier.no] = (flags[carrier.no] ?? 0) | (link.step === 'offered' ? flagOffered : flagBusy)
      }
    }
    measure()
  }

  function measure(): void {
    const pairs: Pair[] = []
    for (const task of board.task.values()) {
      const unit = board.unit.get(task.unit)
      if (task.endedAt !== null || !unit || !isBound(task.unitLink)) continue
      for (const member of task.members) {
        const assistant = board.assistant.get(member.assistant)
        if (!assistant || (member.step !== 'on-scene' && member.step !== 'hold')) continue
        const [a, b] = [spot(unit.no), spot(assistant.no)]
        pairs.push([unit.no, assistant.no, a !== null && b !== null && metresBetween(a, b) > tetherMetres])
      }
    }
    carriers.pairs = pairs
  }

  function markAlarms(lost: number): void {
    alarmed = new Map()
    const wanted: Id[] = []
    for (const alarm of board.alarm.values()) {
      if (alarm.resolved !== null || alarm.subject.kind === 'place') continue
      const out = alarm.kind === 'perimeter-left'
      if (alarm.kind !== 'sos' && !out) continue
      const carrier = board[alarm.subject.kind].get(alarm.subject.id)
      if (!carrier || alarmed.get(carrier.no)?.sos) continue
      const task = board.task.get(alarm.task ?? '')
      alarmed.set(carrier.no, {
        since: alarm.raisedAt,
        sos: !out,
        ring: (task && currentOrder(task)?.perimeter) ?? null,
      })
      // Somebody off duty who calls for help is drawn as well.
      kind[carrier.no] = alarm.subject.kind === 'unit' ? kindUnit : kindAssistant
      const before = (flags[carrier.no] ?? 0) & ~flagDimmed
      flags[carrier.no] = before | lost | (out ? flagOut : flagAlarm)
      if (alarm.subject.kind === 'assistant') wanted.push(alarm.subject.id)
    }
    for (const id of wanted) store.names.want(id, () => {})()
  }

  function markSelected(): void {
    const { selected, panel } = useDesk.getState()
    const mark = (no: number | undefined) => {
      if (no !== undefined) flags[no] = ((flags[no] ?? 0) | flagSelected) & ~flagDimmed
    }
    if (panel?.name === 'group' && panel.carriers.length <= mostMarked)
      for (const { kind, id } of panel.carriers) mark(board[kind].get(id)?.no)
    if (!selected) return
    if (selected.kind === 'unit' || selected.kind === 'assistant')
      mark(board[selected.kind].get(selected.id)?.no)
    if (selected.kind === 'task') mark(board.unit.get(board.task.get(selected.id)?.unit ?? '')?.no)
    const subject = selected.kind === 'alarm' ? board.alarm.get(selected.id)?.subject : undefined
    if (subject && subject.kind !== 'place') mark(board[subject.kind].get(subject.id)?.no)
  }

  return { carriers, refresh, measure }
}

/** Алатау-14 → 14: what fits into the plate. */
const plateOf = (callSign: string): string => /\d{1,3}$/.exec(callSign)?.[0] ?? callSign.slice(0, 3)
