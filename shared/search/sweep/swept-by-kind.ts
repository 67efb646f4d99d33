import type { Board } from '../../board/board.ts'
import type { Id } from '../../kernel/ids.ts'
import { kindNumbers } from '../teams/team-kinds.ts'
import type { SearchPlan, SegmentSearch, SweptByKind } from '../types.ts'

type Swept = Pick<SegmentSearch, 'sweepWidth' | 'byKind'>

/** Who handles a dog searches with it; everybody else searches on foot, also who goes along. */
export const searcherKind = (board: Board, id: Id): SweptByKind['kind'] =>
  board.assistant.get(id)?.skills.includes('dog-handler') ? 'dog' : 'foot'

/** Metres of the sweep width of one kind in a search: the kind's own, else the search's. */
export const widthOfKind = (
  { sweepWidth, kinds }: Pick<SearchPlan, 'sweepWidth' | 'kinds'>,
  kind: SweptByKind['kind'],
): number => kindNumbers(kind, kinds).width ?? sweepWidth.metres

/** How one searcher of a sweep searched: the width, and the kind that says how fast a search may be. */
export function howSearched({ sweepWidth, byKind = [] }: Swept, who: Id) {
  const own = byKind.find(({ searchers }) => searchers.includes(who))
  return { kind: own?.kind ?? ('foot' as const), metres: own?.sweepWidth ?? sweepWidth.metres }
}

/** Those who searched otherwise than on foot with the search's width, kind by kind; undefined where nobody did. */
export function sweptByKind(
  sweepWidth: number,
  searchers: readonly { id: Id; kind: SweptByKind['kind']; sweepWidth: number; metres: number }[],
): SweptByKind[] | undefined {
  const kinds = new Map<SweptByKind['kind'], SweptByKind>()
  for (const { id, kind, sweepWidth: own, metres } of searchers) {
    if (kind === 'foot' && own === sweepWidth) continue
    const found = kinds.get(kind) ?? { kind, sweepWidth: own, trackMetres: 0, searchers: [] }
    found.trackMetres += metres
    found.searchers.push(id)
    kinds.set(kind, found)
  }
  return kinds.size > 0 ? [...kinds.values()] : undefined
}

/** Square metres that a sweep's ways cover: width × length, each kind by its own. */
export function effectivelySwept({
  sweepWidth,
  trackMetres,
  byKind = [],
}: Swept & Pick<SegmentSearch, 'trackMetres'>): number {
  const own = byKind.reduce((sum, one) => sum + one.trackMetres, 0)
  return byKind.reduce(
    (sum, one) => sum + one.sweepWidth * one.trackMetres,
    sweepWidth.metres * (trackMetres - own),
  )
}
