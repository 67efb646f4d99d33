import { useEffect, useState } from 'react'
import { followsPeople } from '../../shared/auth/may-see.ts'
import type { LiveMap } from '../map/live-map.ts'
import { useKey } from '../ui/use-key.ts'
import { useDesk } from './desk-state.ts'
import { useStaff, viewerOf } from './staff-session.ts'

/** Drawing around people on the map: whether this viewer may now, whether the next drag does, and the switch. */
export function useLasso(live: LiveMap | null): { may: boolean; armed: boolean; turn(): void } {
  const session = useStaff()
  // A form that somebody fills in keeps its place.
  const free = useDesk(({ panel }) => panel === null || panel.name === 'group')
  const may = followsPeople(viewerOf(session)) && free
  const [armed, setArmed] = useState(false)
  useEffect(() => live?.lasso.allow(may), [live, may])
  useKey('map.lasso', turn, { when: live !== null && may })

  function turn() {
    setArmed(true)
    void live?.lasso.arm().then(() => setArmed(false))
  }
  return { may, armed, turn }
}
