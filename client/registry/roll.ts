import { owesCard } from '../../shared/applications/standing.ts'
import { registryEnded } from '../../shared/assistants/registry.ts'
import type { Assistant } from '../../shared/assistants/types.ts'
import { hasRole, type Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import type { Unit } from '../../shared/units/types.ts'

export const rollFilters = [
  ...(['all', 'active', 'on-duty', 'no-phone', 'suspended', 'card-back', 'ended', 'units'] as const),
] as const
export type RollFilter = (typeof rollFilters)[number]

/** One line of the registry: an assistant or, under the last filter, a unit. */
export type Entry = Assistant | Unit

export const isUnit = (entry: Entry): entry is Unit => 'mobility' in entry

/** Whose board holds devices: for the others "no phone" would be a guess. */
export const seesDevices = (viewer: Viewer): boolean =>
  hasRole(viewer, ['registrar', 'duty-officer', 'administrator'])

/** Whoever has a phone that still works. */
export function phoneHolders(board: Board): Set<Id> {
  const holders = new Set<Id>()
  for (const { holder, via, revoked } of board.device.values())
    if (via === 'phone' && !revoked) holders.add(holder.id)
  return holders
}

function fits(board: Board, assistant: Assistant, filter: RollFilter, phones: ReadonlySet<Id>): boolean {
  const { status, shift, id } = assistant
  switch (filter) {
    case 'all':
      return true
    case 'active':
      return status === 'ACTIVE'
    case 'on-duty':
      return bookedOn(shift)
    case 'no-phone':
      return status === 'ACTIVE' && !phones.has(id)
    case 'suspended':
      return status === 'SUSPENDED'
    case 'card-back':
      return owesCard(board, id)
    case 'ended':
      return registryEnded.has(status)
    case 'units':
      return false
  }
}

/** How many stand under each filter. */
export function countRoll(board: Board): Record<RollFilter, number> {
  const counts = Object.fromEntries(rollFilters.map((filter) => [filter, 0])) as Record<RollFilter, number>
  const phones = phoneHolders(board)
  for (const assistant of board.assistant.values())
    for (const filter of rollFilters) if (fits(board, assistant, filter, phones)) counts[filter]++
  for (const { open } of board.unit.values()) if (open) counts.units++
  return counts
}

/**
 * The lines under a filter, in the order of the register. `text` finds by call sign, or by what the server `found` for it
 * (names and phones are not on this board); who is looked for is found under any filter of people.
 */
export function rollOf(board: Board, filter: RollFilter, text: string, found: ReadonlySet<Id>): Entry[] {
  const wanted = text.trim().toLocaleLowerCase()
  const named = ({ callSign, id }: Entry) =>
    wanted === '' || callSign.toLocaleLowerCase().includes(wanted) || found.has(id)
  if (filter === 'units') return [...board.unit.values()].filter((unit) => unit.open && named(unit))
  const phones = phoneHolders(board)
  return [...board.assistant.values()].filter(
    (assistant) => named(assistant) && (wanted !== '' || fits(board, assistant, filter, phones)),
  )
}

const byText = new Intl.Collator(undefined, { numeric: true })

/** In the order of a column's text; the register's own order without one. */
export function sorted(
  entries: Entry[],
  textOf: ((entry: Entry) => string) | null,
  descending: boolean,
): Entry[] {
  if (!textOf) return entries
  const turn = descending ? -1 : 1
  return entries
    .map((entry) => ({ entry, text: textOf(entry) }))
    .sort((a, b) => turn * byText.compare(a.text, b.text))
    .map(({ entry }) => entry)
}
