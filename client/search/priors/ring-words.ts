import { useMemo } from 'react'
import type { WordKey } from '../../../shared/i18n/keys.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import { terrains } from '../../../shared/search/priors/find-distances.ts'
import { type FindDistances, tableId } from '../../../shared/search/priors/probability.ts'
import { useDeskWords } from '../../operations/words.ts'
import { useEntity, useText } from '../../store/use-store.ts'
import { subjectCategories } from '../sealed-words.ts'

/** The store's table of find distances, if it has one of its own. */
export const useDistanceTable = () => useEntity('distances', tableId)

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
