import { useMemo } from 'react'
import { useBoard, sameItems, useStore, useText } from '../store/use-store.ts'
import type { Alarm } from '../../shared/alarms/types.ts'
import { useShapes } from './desk-state.ts'

/** Calls for help of people whom no frame shows (off duty, no fix since): drawn where they said they were. */
export function SosShapes() {
  const store = useStore()
  const alarms = useBoard(
    (board) =>
      [...board.alarm.values()].filter(
        ({ kind, resolved, subject, fix }) =>
          kind === 'sos' &&
          resolved === null &&
          fix !== null &&
          subject.kind !== 'place' &&
          !store.live.table.at[board[subject.kind].get(subject.id)?.no ?? -1],
      ),
    sameItems,
    'alarm',
  )
  return alarms.map((alarm) => <SosShape key={alarm.id} alarm={alarm} />)
}

function SosShape({ alarm }: { alarm: Alarm }) {
  const text = useText(alarm.fix)
  const shapes = useMemo(() => {
    const at = text === undefined ? null : fixOf(text)
    return at ? [{ kind: 'sos' as const, id: alarm.id, at, tag: 'SOS' }] : []
  }, [text, alarm.id])
  useShapes(`sos:${alarm.id}`, shapes)
  return null
}

/** The sealed text of an alarm's fix is its JSON. */
function fixOf(text: string): { lat: number; lng: number } | null {
  try {
    const { lat, lng } = JSON.parse(text) as { lat?: unknown; lng?: unknown }
    return typeof lat === 'number' && typeof lng === 'number' ? { lat, lng } : null
  } catch {
    return null
  }
}
