import { type ReactNode, useEffect } from 'react'
import { AlarmStrip } from '../alarms/AlarmStrip.tsx'
import { useAlarmSound } from '../alarms/use-alarm-sound.ts'
import { useLink, useStore } from '../store/use-store.ts'
import { Desk } from '../ui/Desk.tsx'
import type { Page } from '../ui/keys.ts'
import { usePage } from '../ui/use-key.ts'
import { useWords } from '../ui/words.ts'
import styles from './app.module.css'
import { DeskKeys } from './DeskKeys.tsx'
import { DeskTop } from './DeskTop.tsx'
import { LinkLost } from './LinkLost.tsx'
import { LinkStamp } from './LinkStamp.tsx'
import { LockScreen } from './LockScreen.tsx'
import { DeskCommandLine, DeskDialogs, DeskMap } from './on-demand.tsx'
import { PartBoundary } from './PartBoundary.tsx'
import { RehearsalBanner } from './RehearsalBanner.tsx'
import { useStaff } from './staff-session.ts'
import { deskLock, useLocked } from './use-lock.ts'
import { useTitle } from './use-title.ts'

interface DeskFrameProps {
  page: Page
  left: ReactNode
  right: ReactNode
  /** Without a map the left part fills the page. */
  map?: boolean
  /** Off on the pages of the registry and the administration, whose viewers see no alarms. */
  alarms?: boolean
  leftWidth?: readonly [wide: number, narrow: number]
  rightWidth?: readonly [wide: number, narrow: number]
}

/** What every page of the desk has around its own parts. */
export function DeskFrame({ page, left, right, map = true, alarms = true, ...widths }: DeskFrameProps) {
  usePage(page)
  const { t } = useWords()
  const session = useStaff()
  const { level } = useLink()
  const lost = level === 'lost'
  const locked = useLocked()
  useAlarmSound()
  useWholeView(!map && alarms)
  useTitle()
  const overlay = lost ? (
    <LinkLost />
  ) : (
    <PartBoundary>
      <DeskCommandLine />
    </PartBoundary>
  )
  return (
    <div className={styles.frame}>
      <RehearsalBanner purpose={session.purpose} inert={locked} />
      <div className={styles.desk} inert={locked}>
        <Desk
          {...widths}
          lost={lost}
          labels={{
            left: t(session.page.words),
            map: t('desk:map'),
            right: t('desk:selected'),
            alarms: t('alarms:alarms'),
          }}
          top={<DeskTop onLock={deskLock.lock} />}
          left={
            <>
              {lost && <LinkStamp pane="data" />}
              {left}
              {!map && !alarms && overlay}
            </>
          }
          {...(map && {
            map: (
              <>
                <PartBoundary>
                  <DeskMap />
                </PartBoundary>
                {overlay}
              </>
            ),
          })}
          right={
            <>
              {lost && <LinkStamp pane="data" />}
              {right}
              {!map && alarms && overlay}
            </>
          }
          alarms={
            alarms && (
              <>
                {lost && <LinkStamp pane="alarms" />}
                <AlarmStrip />
              </>
            )
          }
        />
      </div>
      {!locked && <DeskKeys />}
      {locked ? (
        <LockScreen />
      ) : (
        <PartBoundary>
          <DeskDialogs />
        </PartBoundary>
      )}
    </div>
  )
}

/** Without a map the positions are still wanted (minutes, distances) and their frames are the link's heartbeat. */
function useWholeView(wanted: boolean): void {
  const { connection } = useStore()
  useEffect(() => {
    if (!wanted) return
    connection.view({ south: -90, west: -180, north: 90, east: 180, zoom: 15 })
    return () => connection.view(null)
  }, [wanted, connection])
}
