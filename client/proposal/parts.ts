import type { Body } from '../../shared/board/commands.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { ProposedTeam } from '../../shared/pairing/proposal.ts'

/** Whom of a row a key replaces or removes: its unit, or one of its slots. */
export type Part = { kind: 'unit'; unit: Id | null } | { kind: 'slot'; slot: number; assistant: Id | null }

export function partsOf({ unit, members, unfilled }: ProposedTeam, ledAlready: boolean): Part[] {
  return [
    ...(unit || !ledAlready ? [{ kind: 'unit' as const, unit: unit?.id ?? null }] : []),
    ...members.map(({ assistant, slot }) => ({ kind: 'slot' as const, slot, assistant })),
    ...unfilled.map((slot) => ({ kind: 'slot' as const, slot, assistant: null })),
  ]
}

export interface Alternative {
  id: Id
  kind: 'unit' | 'assistant'
  /** Seconds more than now. */
  extra: number
  sentTo?: Id
}

/** The three best others for a part, nearest first. */
export function alternativesFor({ alternatives }: ProposedTeam, part: Part): Alternative[] {
  const all: Alternative[] =
    part.kind === 'unit'
      ? alternatives.units.map(({ unit, ...rest }) => ({ id: unit, kind: 'unit', ...rest }))
      : alternatives.members.map(({ assistant, extra, sentTo }) => ({
          id: assistant,
          kind: 'assistant',
          extra,
          ...(sentTo && { sentTo }),
        }))
  return all.slice(0, 3)
}

type Hand = Body<'SetHand'>['hand']

/** The changes by hand that put somebody else in a part: the other is pinned, and who stood there is kept from it. */
export function handsToReplace(place: Id, part: Part, by: Alternative): Hand[] {
  if (by.kind === 'unit') return [{ kind: 'pin', unit: by.id, place }]
  const old = part.kind === 'slot' ? part.assistant : null
  return [
    ...(old ? [{ kind: 'forbid' as const, assistant: old, place }] : []),
    { kind: 'pin', assistant: by.id, place },
  ]
}

export function handToRemove(place: Id, part: Part): Hand | null {
  if (part.kind === 'unit') return part.unit ? { kind: 'forbid', unit: part.unit, place } : null
  return part.assistant ? { kind: 'forbid', assistant: part.assistant, place } : null
}
