/** Whether this page opens without a network: not yet, not at this address, or yes. */
export type OfflineState = 'not-yet' | 'insecure' | 'kept'

let state: OfflineState = 'not-yet'
const listeners = new Set<() => void>()

export const offlineState = (): OfflineState => state
export function onOffline(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function set(next: OfflineState): void {
  state = next
  for (const listener of [...listeners]) listener()
}

/** Milliseconds between two looks for a new build while the page stays open. */
const lookEvery = 60 * 60_000

/** Has the page kept for work without a network, and looks for a new build now and then. */
export async function keepPage(): Promise<void> {
  // A browser gives it only to a secure origin: https, or this machine.
  if (!('serviceWorker' in navigator)) return set('insecure')
  const registration = await navigator.serviceWorker.register('/field-worker.js', { scope: '/field' })
  const look = () => void registration.update().catch(() => {})
  window.addEventListener('online', look)
  setInterval(look, lookEvery)
  await navigator.serviceWorker.ready
  set('kept')
}
