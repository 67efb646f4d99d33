import { useMemo } from 'react'
import type { Alarm } from '../../shared/alarms/types.ts'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import { placeOfThing } from '../forces/where.ts'
import { useStore, useText } from '../store/use-store.ts'

/** Where it was raised: the sealed text of an alarm's fix is its JSON. Keeps its identity. */
export function useAlarmFix({ fix }: Pick<Alarm, 'fix'>): LatLng | null {
  const text = useText(fix)
  return useMemo(() => (text === undefined ? null : read(text)), [text])
}

/** Asked for the place now: where whom it is about was last seen, else where it was raised; null for neither. */
export function useAlarmPlace(alarm: Alarm): () => LatLng | null {
  const store = useStore()
  const fix = useAlarmFix(alarm)
  return () => placeOfThing(store, { kind: 'alarm', id: alarm.id }) ?? fix
}

function read(text: string): LatLng | null {
  try {
    const { lat, lng } = JSON.parse(text) as { lat?: unknown; lng?: unknown }
    return typeof lat === 'number' && typeof lng === 'number' ? { lat, lng } : null
  } catch {
    return null
  }
}
