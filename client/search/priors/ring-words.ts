import { useMemo } from 'react'
import type { WordKey } from '../../../shared/i18n/keys.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import { tableOf, terrains } from '../../../shared/search/priors/find-distances.ts'
import type { FindDistances } from '../../../shared/search/priors/probability.ts'
import { useDeskWords } from '../../operations/words.ts'
import { useBoard, useText } from '../../store/use-store.ts'
import { subjectCategories } from '../sealed-words.ts'

/** The table of find distances that a region goes by, if it or one above it has its own. */
export const useDistanceTable = (region: string) =>
  useBoard((board) => tableOf(board.distances, region), Object.is, 'distances')

/** The row that a search goes by, as it stood when it was chosen; null before. */
export function useRings(operation: Operation): FindDistances | null {
  const text = useText(operation.search?.rings)
  return useMemo(() => (text === undefined ? null : readRow(text)), [text])
}

function readRow(text: string): FindDistances | null {
  try {
    const row = JSON.parse(text) as FindDistances
    return Array.isArray(row.within) ? row : null
  } catch {
    return null
  }
}

/** Known categories and terrains in the language of the desk, others as their source has them. */
export function useRowWords() {
  const { t } = useDeskWords()
  const word = (known: readonly string[], stem: string, value: string): string =>
    known.includes(value) ? t(`search:${stem}.${value}` as WordKey) : value
  return {
    category: (value: string) => word(subjectCategories, 'category', value),
    terrain: (value: string) => word(terrains, 'terrain', value),
  }
}
