import { type ReactNode, useMemo } from 'react'
import { tetherMetres } from '../../shared/alarms/rules/tether.ts'
import { distance } from '../../shared/geo/distance.ts'
import { compileGeofence } from '../../shared/geo/geofence.ts'
import { distance as distanceWords } from '../../shared/i18n/format.ts'
import { ageingFor } from '../../shared/positions/age.ts'
import { useEntity } from '../store/use-store.ts'
import { Gauge } from '../ui/Gauge.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { BigButton, BigNumber, HoldButton, Pad } from '../ui/Phone.tsx'
import { FieldMap } from './FieldMap.tsx'
import styles from './field.module.css'
import { UnderstandButton } from './OrderBlock.tsx'
import { OrderFacts } from './OrderFacts.tsx'
import { askedStep, type ForwardStep, type Me, mayUndo, nextStep, partyOf, type Stage } from './stage.ts'
import type { OutboxItem } from './storage.ts'
import { TeamBlock } from './TeamBlock.tsx'
import { Ago, TruthLine } from './TruthLine.tsx'
import { truthOf } from './truth.ts'
import { useLater } from './use-later.ts'
import { useNow, useOutbox, useOwn, usePhone, usePhoneWords, useSendingWords, useSpot } from './use-phone.ts'

const loadLanes = () => import('./LaneBlock.tsx')
const loadCard = () => import('./CardBlock.tsx')

type AtWork = Extract<Stage, { kind: 'task' }>

/** `children`: what is new, between the truth and the map. */
export function TaskBlock({ me, stage, children }: { me: Me; stage: AtWork; children: ReactNode }) {
  const { task, order } = stage
  const at = useNow(2_000)
  const own = useOwn()
  const place = useEntity('place', task.place)
  const unit = useEntity('unit', task.unit)
  const lanes = useLater(place?.kind === 'segment' ? loadLanes : null)
  const card = useLater(place?.kind === 'segment' ? loadCard : null)
  const fence = useMemo(() => compileGeofence(order.perimeter), [order.perimeter])
  const margin = own ? fence.margin(own.lat, own.lng) : null
  const truth = truthOf({
    stage,
    standing: { margin, accuracy: own?.accuracy ?? 0, fixAt: own?.at ?? 0 },
    now: at,
    meetingAt: place?.meeting.time ?? null,
    leaving: me.kind === 'unit' && !!unit?.leaving,
    unit: me.kind === 'unit',
  })
  return (
    <>
      <TruthLine truth={truth} place={place?.name ?? ''} />
      {children}
      {lanes && <lanes.LaneBlock me={me} task={task} />}
      <FieldMap me={me} task={task} />
      {card && <card.CardBlock operation={task.operation} />}
      {lanes && <lanes.SpotBlock me={me} task={task} />}
      {me.kind === 'assistant' ? (
        <Standing stage={stage} margin={margin} />
      ) : (
        <TeamBlock me={me} task={task} />
      )}
      <OrderFacts me={me} task={task} order={order} />
    </>
  )
}

/** The tether to one's officer, the margin to the border, and how old all that is. */
function Standing({ stage, margin }: { stage: AtWork; margin: number | null }) {
  const { t, language } = usePhoneWords()
  const own = useOwn()
  const unit = useEntity('unit', stage.task.unit)
  const spot = useSpot(unit?.no)
  const at = useNow(2_000)
  const metres = own && spot ? distance(own, spot) : null
  const limit = distanceWords(tetherMetres, language)
  const words = metres === null ? '' : distanceWords(metres, language)
  return (
    <Pad>
      {metres === null || !spot ? (
        <p>{t(own ? 'phone:officer-unknown' : 'phone:own-unknown')}</p>
      ) : (
        <>
          <BigNumber value={words}>
            {metres > tetherMetres ? (
              <strong className={styles.out}>
                <AlarmMark level={2} size={22} />
                {t('phone:too-far', { limit })}
              </strong>
            ) : (
              t('phone:to-officer', { limit })
            )}
          </BigNumber>
          <Gauge
            name={t('phone:tether')}
            value={metres}
            limit={tetherMetres}
            max={tetherMetres * 1.5}
            keep="below"
            text={words}
            frozen={at - spot.at > ageingFor}
          />
        </>
      )}
      <div className={styles.side}>
        {margin !== null && (
          <span>
            {t(margin < 0 ? 'phone:beyond-border' : 'phone:to-border')}{' '}
            <b className="num">{distanceWords(Math.abs(margin), language)}</b>
          </span>
        )}
        {own && (
          <span>
            {t('phone:own-fix')} <Ago at={own.at} />
          </span>
        )}
        {spot && (
          <span>
            {t('phone:officer-fix')} <Ago at={spot.at} />
          </span>
        )}
      </div>
    </Pad>
  )
}

/** D10: nobody goes on scene with an order that was not understood; the word for it goes out before the step. */
const saysUnderstood = (items: readonly OutboxItem[]): boolean =>
  items.some(({ envelope, refused }) => envelope.type === 'SeeOrder' && !refused)

/** Completing cannot be taken back once the person is free again, so it must be held. */
const completeHold = 1_000

export function TaskButtons({ me, stage }: { me: Me; stage: AtWork }) {
  const { t } = usePhoneWords()
  const { give } = usePhone()
  const sending = useSendingWords()
  const party = partyOf(me)
  const items = useOutbox()
  const at = useNow(1_000)
  const { task, order, link } = stage
  const asked = askedStep(items, task.id, party)
  const next = nextStep(asked ?? link.step)
  const undoable = !asked && mayUndo(link, at)
  const unread = me.kind === 'assistant' && link.order.understood < order.version && !saysUnderstood(items)
  const step = (to: ForwardStep) => void give('TakeStep', { task: task.id, party, to })
  return (
    <>
      {asked && <p role="status">{sending(t(`terms:step.${asked}`))}</p>}
      {undoable && (
        <BigButton low icon="undo" onPress={() => void give('UndoStep', { task: task.id, party })}>
          {t('phone:undo', { what: t(`terms:step.${link.step}`) })}
        </BigButton>
      )}
      {order.version === 1 && link.order.understood < 1 && (!undoable || next === 'on-scene') && (
        <UnderstandButton me={me} task={task} order={order} />
      )}
      {next === 'complete' ? (
        <HoldButton
          kind="normal"
          holdFor={completeHold}
          onHeld={() => step('complete')}
          note={t('phone:hold-second')}
          tooShort={t('phone:hold-longer')}
        >
          {t(me.kind === 'unit' ? 'phone:do.complete-all' : 'phone:do.complete')}
        </HoldButton>
      ) : (
        next && (
          <BigButton
            kind="primary"
            icon={next === 'en-route' ? 'arrow-right' : 'check'}
            onPress={() => step(next)}
            refused={next === 'on-scene' && unread && t('phone:understand-first')}
          >
            {t(`phone:do.${next}`)}
          </BigButton>
        )
      )}
    </>
  )
}
