import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { cluesOf } from '../../shared/search/case/clues.ts'
import type { Shape } from '../map/shapes.ts'
import { readClue } from '../search/sealed-words.ts'
import type { Store } from '../store/open-store.ts'

/** The released clues of a search on the map, under the numbers of the list; `changed` when another text has come. */
export function clueShapes({ board, texts }: Pick<Store, 'board' | 'texts'>, changed: () => void) {
  const wanted = new Map<Id, () => void>()
  const placed = new Map<Id, LatLng | null>()
  return {
    of(operation: Id | undefined): Shape[] {
      if (operation === undefined) return []
      return cluesOf(board.board, operation).flatMap(({ id, number, released }): Shape[] => {
        if (!released) return []
        const { text: of } = released
        if (!wanted.has(of)) wanted.set(of, texts.want(of, changed))
        const text = texts.get(of)
        if (text !== undefined && !placed.has(of)) placed.set(of, readClue(text)?.at ?? null)
        const at = placed.get(of)
        return at ? [{ kind: 'clue', id, at, letter: String(number) }] : []
      })
    },
    stop() {
      for (const off of wanted.values()) off()
    },
  }
}
