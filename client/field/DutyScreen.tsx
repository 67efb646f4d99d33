import { useState } from 'react'
import { useBoard, useLink, useReceived, useSession } from '../store/use-store.ts'
import { Icon } from '../ui/Icons.tsx'
import { Pad, PhoneFrame, StatusBar } from '../ui/Phone.tsx'
import type { ForceStep } from './ForceBlock.tsx'
import styles from './field.module.css'
import { Call102, HelpBlock } from './HelpBlock.tsx'
import { helpOf } from './help.ts'
import { OfflineBlock } from './OfflineBlock.tsx'
import { ScreenNote, SharingNotice } from './SharingNotice.tsx'
import { BookOffButton, BookOnButtons } from './ShiftBlock.tsx'
import { SosButton } from './SosButton.tsx'
import type { Me, Stage } from './stage.ts'
import { TruthLine } from './TruthLine.tsx'
import { truthOf } from './truth.ts'
import { useLater } from './use-later.ts'
import { useMe, useNow, useOutbox, usePhoneWords, useStage } from './use-phone.ts'

/** The phone of an enrolled person or unit: what is wrong first, then the truth of now, then what may be done. */
export function DutyScreen({ signedOut }: { signedOut(): void }) {
  const me = useMe()
  const parts = useLater(loadParts)
  return me ? (
    <OnDuty me={me} parts={parts} signedOut={signedOut} />
  ) : (
    <PhoneFrame status={<Status me={null} signedOut={signedOut} />} thumb={<SosButton again={false} />}>
      <TruthLine truth={{ code: 'unknown' }} place="" />
      {parts && <parts.UnsentBlock />}
    </PhoneFrame>
  )
}

function OnDuty({ me, parts, signedOut }: { me: Me; parts: Parts | null; signedOut(): void }) {
  const stage = useStage(me)
  const items = useOutbox()
  const proof = useLater(loadProof)
  const received = useReceived()
  const at = useNow()
  const [putAway, setPutAway] = useState<string | null>(null)
  const [force, setForce] = useState<ForceStep>(null)
  const found = useBoard((board) => helpOf(board, received, items, me, at), sameJson)
  const help = found && !(found.resolved && found.alarm === putAway) ? found : null
  const helpOpen = help !== null && help.resolved === null
  // Whoever calls for help finds help under the thumb; the work goes on further up.
  const buttons = <StageButtons me={me} stage={stage} parts={parts} />
  return (
    <PhoneFrame
      status={<Status me={me} signedOut={signedOut} />}
      thumb={
        <>
          {helpOpen ? <Call102 /> : force === null && buttons}
          <SosButton again={helpOpen} />
        </>
      }
    >
      {help && <HelpBlock help={help} me={me} dismiss={() => setPutAway(help.alarm)} />}
      {parts && <parts.SilenceOrder me={me} />}
      <OfflineBlock stage={stage} />
      <SharingNotice />
      {force === null && <StageBlock me={me} stage={stage} parts={parts} />}
      {helpOpen && force === null && stage.kind !== 'unknown' && (
        <Pad>
          <div className={styles.stack}>{buttons}</div>
        </Pad>
      )}
      {parts && stage.kind !== 'task' && <parts.OpenMessages me={me} />}
      {parts && <parts.UnsentBlock />}
      {me.kind === 'assistant' && force === null && proof && <proof.ProofBlock me={me} />}
      {parts && me.kind === 'assistant' && <parts.ForceBlock me={me} open={force} setOpen={setForce} />}
      {parts && <parts.EarlierMessages me={me} />}
      <ScreenNote />
    </PhoneFrame>
  )
}

const loadProof = () => import('./ProofBlock.tsx')
const loadParts = () => import('./duty-parts.ts')
type Parts = Awaited<ReturnType<typeof loadParts>>

const sameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

interface StageProps {
  me: Me
  stage: Stage
  parts: Parts | null
}

function StageBlock({ me, stage, parts }: StageProps) {
  if (stage.kind === 'offer') return parts && <parts.OfferBlock me={me} stage={stage} />
  if (stage.kind === 'task')
    return (
      parts && (
        <parts.TaskBlock me={me} stage={stage}>
          <parts.OrderBlock
            me={me}
            task={stage.task}
            order={stage.order}
            understood={stage.link.order.understood}
          />
          <parts.OpenMessages me={me} />
        </parts.TaskBlock>
      )
    )
  if (stage.kind === 'request') return parts && <parts.RequestBlock task={stage.task} />
  const truth = truthOf({
    stage,
    standing: { margin: null, accuracy: 0, fixAt: 0 },
    now: 0,
    meetingAt: null,
    leaving: false,
    unit: me.kind === 'unit',
  })
  return <TruthLine truth={truth} place="" />
}

function StageButtons({ me, stage, parts }: StageProps) {
  switch (stage.kind) {
    case 'unknown':
      return null
    case 'off-duty':
      return <BookOnButtons me={me} />
    case 'waiting':
    case 'overrun':
      return <BookOffButton me={me} />
    case 'request':
      return parts && <parts.RequestButtons task={stage.task} />
    case 'offer':
      return parts && <parts.OfferButtons me={me} stage={stage} />
    case 'task':
      return parts && <parts.TaskButtons me={me} stage={stage} />
  }
}

const loadMenu = () => import('./PhoneMenu.tsx')

function Status({ me, signedOut }: { me: Me | null; signedOut(): void }) {
  const { t, offset } = usePhoneWords()
  const { level } = useLink()
  const session = useSession()
  const [open, setOpen] = useState(false)
  const menu = useLater(loadMenu)
  const lamp = { live: 'live', late: 'stale', lost: 'off' } as const
  return (
    <>
      {session?.purpose === 'rehearsal' && <div className={styles.rehearsal}>{t('phone:rehearsal')}</div>}
      <StatusBar
        link={lamp[level]}
        offset={offset}
        aside={
          <button
            type="button"
            className={styles.menuKey}
            aria-label={t('ui:settings')}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'cross' : 'settings'} size={22} />
          </button>
        }
      >
        {t(`phone:link.${level}`)}
      </StatusBar>
      {open && menu && <menu.PhoneMenu me={me} signedOut={signedOut} />}
    </>
  )
}
