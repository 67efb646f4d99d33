import { useMemo } from 'react'
import type { Alarm } from '../../shared/alarms/types.ts'
import { useAlarmFix } from '../alarms/alarm-place.ts'
import { sameItems, useBoard, useStore } from '../store/use-store.ts'
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
  const at = useAlarmFix(alarm)
  const shapes = useMemo(
    () => (at ? [{ kind: 'sos' as const, id: alarm.id, at, tag: 'SOS' }] : []),
    [at, alarm.id],
  )
  useShapes(`sos:${alarm.id}`, shapes)
  return null
}
