import { useSyncExternalStore } from 'react'

const narrow = '(max-width: 1400px)'

function subscribe(changed: () => void): () => void {
  const query = matchMedia(narrow)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** True under the desk's one breakpoint. For heights a script must know; everything else is CSS. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(narrow).matches)
}
