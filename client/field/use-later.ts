import { useEffect, useState } from 'react'

/**
 * A part that is not in the first load, fetched as soon as this shows, so that it opens without a network later; null
 * until it is there. What could not be fetched is asked for again when the network is back. `load` is a constant, or
 * null while the part is not needed.
 */
export function useLater<Part>(load: (() => Promise<Part>) | null): Part | null {
  const [part, setPart] = useState<Part | null>(null)
  useEffect(() => {
    if (!load) return
    const fetch = () => load().then(setPart, () => {})
    void fetch()
    window.addEventListener('online', fetch)
    return () => window.removeEventListener('online', fetch)
  }, [load])
  return part
}
