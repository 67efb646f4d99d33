import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { SealedText } from '../../../shared/kernel/decider.ts'
import { useStore } from '../../store/use-store.ts'

/** Several texts of the vault in their order; null until all have come. */
export function useTexts(sealed: readonly SealedText[]): readonly string[] | null {
  const { texts } = useStore()
  const ids = sealed.map(({ text }) => text).join()
  const wanted = useMemo(() => (ids === '' ? [] : ids.split(',')), [ids])
  const subscribe = useCallback(
    (changed: () => void) => {
      const offs = wanted.map((id) => texts.want(id, changed))
      return () => {
        for (const off of offs) off()
      }
    },
    [texts, wanted],
  )
  const known = useSyncExternalStore(
    subscribe,
    () => wanted.filter((id) => texts.get(id) !== undefined).length,
  )
  return known === wanted.length ? wanted.map((id) => texts.get(id) ?? '') : null
}
