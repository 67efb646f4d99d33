import { useSyncExternalStore } from 'react'
import { offlineState, onOffline } from './offline.ts'
import { usePhoneWords } from './use-phone.ts'

/** In the menu: whether this phone opens without a network. */
export function OfflineNote() {
  const { t } = usePhoneWords()
  const state = useSyncExternalStore(onOffline, offlineState)
  return <p>{t(`sweep:offline.${state}`)}</p>
}
