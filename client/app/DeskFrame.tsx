import { type ReactNode, useEffect } from 'react'
import { AlarmStrip } from '../alarms/AlarmStrip.tsx'
import { DeskCommandLine } from '../command-line/DeskCommandLine.tsx'
import { useLink } from '../store/use-store.ts'
import { Desk } from '../ui/Desk.tsx'
import type { Page } from '../ui/keys.ts'
import { usePage } from '../ui/use-key.ts'
import { useWords } from '../ui/words.ts'
import styles from './app.module.css'
import { DeskDialogs } from './DeskDialogs.tsx'
import { DeskKeys } from './DeskKeys.tsx'
import { DeskMap } from './DeskMap.tsx'
import { DeskTop } from './DeskTop.tsx'
import { LinkLost } from './LinkLost.tsx'
import { LinkStamp } from './LinkStamp.tsx'
import { LockScreen, useLock } from './LockScreen.tsx'
import { RehearsalBanner } from './RehearsalBanner.tsx'
import { useStaff } from './staff-session.ts'

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
  const { locked, lock, unlock } = useLock()
  useEffect(() => {
    document.title = `Serik · ${t(session.page.words)}`
  })
  return (
    <div className={styles.frame}>
      <RehearsalBanner purpose={session.purpose} />
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
          top={<DeskTop onLock={lock} />}
          left={
            <>
              {lost && <LinkStamp pane="data" />}
              {left}
            </>
          }
          {...(map && {
            map: (
              <>
                <DeskMap />
                {lost ? <LinkLost /> : <DeskCommandLine />}
              </>
            ),
          })}
          right={
            <>
              {lost && <LinkStamp pane="data" />}
              {right}
              {!map && (lost ? <LinkLost /> : <DeskCommandLine />)}
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
      <DeskDialogs />
      {locked && <LockScreen onUnlock={unlock} />}
    </div>
  )
}
