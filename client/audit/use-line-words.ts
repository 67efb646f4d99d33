import { useMemo } from 'react'
import { useDeskWords } from '../operations/words.ts'
import { useStore } from '../store/use-store.ts'
import type { LineWords } from './line-text.ts'

/** What lines are told with; the same object while the language stays. */
export function useLineWords(): LineWords {
  const { t, language, offset } = useDeskWords()
  const { board, names, texts } = useStore()
  return useMemo(
    () => ({ t, language, offset, board: board.board, name: names.get, text: texts.get }),
    [t, language, offset, board, names, texts],
  )
}
