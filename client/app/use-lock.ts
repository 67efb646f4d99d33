import { useSyncExternalStore } from 'react'
import { makeLock } from './lock.ts'

function storage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

export const deskLock = makeLock(storage(), (changed) =>
  window.addEventListener('storage', ({ key }) => changed(key)),
)

export const useLocked = (): boolean => useSyncExternalStore(deskLock.onChange, deskLock.locked)
