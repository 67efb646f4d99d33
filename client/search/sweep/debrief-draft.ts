import type { SaidOfSweep } from '../../../shared/search/sweep/debrief-types.ts'
import type { SegmentSearch } from '../../../shared/search/types.ts'
import type { Visibility } from '../../../shared/search-theory/sweep-width.ts'
import type { TypedOutline } from '../../operations/draft.ts'

/** What is typed of a debriefing; a choice keeps what was typed under the others. */
export interface DebriefDraft extends Pick<SaidOfSweep, 'spacing' | 'light' | 'terrain'> {
  width: SaidOfSweep['width']['by']
  rd: number | null
  visibility: Visibility
  missed: 'none' | 'drawn' | 'share'
  percent: number | null
  outline: TypedOutline
  people: number
  metres: number | null
  confirmed: boolean
  words: string
}

/** From what was said before; who speaks first begins with what was planned. */
export function debriefDraft({ debrief, sweepWidth }: SegmentSearch): DebriefDraft {
  const said = debrief?.said
  const missed = said?.missed ?? null
  const width = said?.width ?? { by: 'planned' as const }
  return {
    spacing: said?.spacing ?? null,
    light: said?.light ?? 'day',
    terrain: said?.terrain ?? 'mixed',
    width: width.by,
    rd: width.by === 'rd-test' ? width.rd : null,
    visibility: width.by === 'planned' ? (sweepWidth.visibility ?? 'medium') : width.visibility,
    missed: missed === null ? 'none' : 'ring' in missed ? 'drawn' : 'share',
    percent: missed && 'share' in missed ? missed.share * 100 : null,
    outline: { text: '', ring: missed && 'ring' in missed ? missed.ring : null },
    people: said?.others?.people ?? 0,
    metres: said?.others?.metres ?? null,
    confirmed: said?.others?.confirmed ?? false,
    words: '',
  }
}

/** As a command has it; null while something that was begun is missing. */
export function saidOf(draft: DebriefDraft): SaidOfSweep | null {
  const width = widthOf(draft)
  const missed = missedOf(draft)
  const others =
    draft.people === 0
      ? null
      : draft.metres === null
        ? undefined
        : { people: draft.people, metres: draft.metres, confirmed: draft.confirmed }
  if (!width || missed === undefined || others === undefined) return null
  const { spacing, light, terrain } = draft
  return { spacing, light, terrain, width, missed, others }
}

function widthOf({ width, rd, visibility }: DebriefDraft): SaidOfSweep['width'] | null {
  if (width === 'planned') return { by: 'planned' }
  if (width === 'visibility') return { by: 'visibility', visibility }
  return rd === null ? null : { by: 'rd-test', rd, visibility }
}

function missedOf({ missed, percent, outline }: DebriefDraft): SaidOfSweep['missed'] | undefined {
  if (missed === 'none') return null
  if (missed === 'share') return percent === null ? undefined : { share: percent / 100 }
  return outline.ring ? { ring: outline.ring } : undefined
}
