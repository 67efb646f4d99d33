import { useEffect, useState, useSyncExternalStore } from 'react'
import { distance } from '../../shared/i18n/format.ts'
import { isAstray, notBegun, spotOn } from '../../shared/search-theory/lane-guide.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { useBoard } from '../store/use-store.ts'
import { Icon } from '../ui/Icons.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { BigNumber, Pad } from '../ui/Phone.tsx'
import styles from './field.module.css'
import { HazardsBlock } from './LaneHazards.tsx'
import lane from './lane.module.css'
import { followLanes, type LaneFollower } from './lane-follow.ts'
import { type OwnSweep, sweepOf } from './lanes-of.ts'
import { SweepTools } from './SweepTools.tsx'
import type { Me } from './stage.ts'
import { ageWords } from './TruthLine.tsx'
import { useNow, useOwn, usePhone, usePhoneWords } from './use-phone.ts'

/** Milliseconds from which the age of one's own position is said beside the distance to the lane. */
const tellAge = 15_000

/** In a search: the searcher's own lane. */
export function LaneBlock({ me, task }: { me: Me; task: Task }) {
  const sweep = useBoard((board) => sweepOf(board, me, task.id))
  if (!sweep) return null
  return sweep.number === null ? <Line sweep={sweep} /> : <OwnLane sweep={sweep} />
}

/** Under the map: what is dangerous there, and what may be reported from there. */
export function SpotBlock({ me, task }: { me: Me; task: Task }) {
  return (
    <>
      <HazardsBlock task={task} />
      <SweepTools me={me} task={task} />
    </>
  )
}

/** What the unit that leads the line must know of it. */
function Line({ sweep: { plan, people, line } }: { sweep: OwnSweep }) {
  const { t, language } = usePhoneWords()
  return (
    <Pad>
      <p>
        {t('sweep:leader', {
          people: t('terms:people', { count: people }),
          passes: plan.passes,
          spacing: distance(plan.spacing, language),
        })}
        {`, ${line.bearing}°`}
      </p>
    </Pad>
  )
}

function OwnLane({ sweep }: { sweep: OwnSweep }) {
  const { t, language } = usePhoneWords()
  const phone = usePhone()
  const own = useOwn()
  const at = useNow(1_000)
  const [follower, setFollower] = useState<LaneFollower | null>(null)
  useEffect(() => {
    const one = followLanes(phone, sweep)
    setFollower(one)
    return one.stop
  }, [phone, sweep])
  const state = useSyncExternalStore(follower?.onChange ?? never, () => follower?.state() ?? notBegun)
  const { plan, people, number, line } = sweep
  const current = sweep.own[state.pass]
  const spot = own && current ? spotOn(current, own) : null
  const spacing = distance(plan.spacing, language)
  const age = own ? at - own.at : 0
  return (
    <section aria-label={t('sweep:progress')} className={lane.block}>
      <p className={lane.head}>
        <b>{t('sweep:number', { number: number ?? 0, people })}</b>
        <span className="num">{t('sweep:pass', { pass: state.pass + 1, passes: plan.passes })}</span>
      </p>
      {state.done ? (
        <Pad>
          <BigNumber value={<Icon name="check" size={40} />}>
            {t('sweep:done')}. {t('sweep:done.note')}
          </BigNumber>
        </Pad>
      ) : !own || !spot ? (
        <Pad>
          <p>{t('sweep:no-fix')}</p>
        </Pad>
      ) : (
        <>
          {isAstray(state) && (
            <div className={`${styles.notice} ${styles.warn}`} role="alert">
              <AlarmMark level={2} size={28} />
              <div>
                <h2>{t(spot.aside < 0 ? 'sweep:astray.left' : 'sweep:astray.right')}</h2>
                <p>{t('sweep:astray.note', { spacing })}</p>
              </div>
            </div>
          )}
          <Pad>
            <Aside spot={spot} turned={state.pass > 0} />
            <Progress walked={spot.along} length={spot.length} />
            <div className={styles.side}>
              <span>{t('sweep:neighbours', { spacing, bearing: headingOf(line.bearing, state.pass) })}</span>
              {own.accuracy > plan.spacing / 2 && (
                <strong className={styles.out}>
                  <AlarmMark level={2} size={18} />
                  {t('sweep:uncertain', { metres: distance(own.accuracy, language) })}
                </strong>
              )}
              {age > tellAge && (
                <strong className={styles.out}>
                  <AlarmMark level={2} size={18} />
                  {t('sweep:old-fix', { age: ageWords(age, language) })}
                </strong>
              )}
            </div>
          </Pad>
        </>
      )}
      <div className={lane.passes}>
        <button
          type="button"
          className={styles.plain}
          disabled={state.pass === 0}
          onClick={() => follower?.go(state.pass - 1)}
        >
          {t('sweep:before')}
        </button>
        <button
          type="button"
          className={styles.plain}
          disabled={state.pass + 1 >= plan.passes}
          onClick={() => follower?.go(state.pass + 1)}
        >
          {t('sweep:next')}
        </button>
      </div>
    </section>
  )
}

const never = () => () => {}
const headingOf = (bearing: number, pass: number) => (bearing + 180 * (pass % 2)) % 360

/** The one big figure: how far to which side, or how far to the beginning. An arrow says the side without words. */
function Aside({
  spot: { aside, along },
  turned,
}: {
  spot: { aside: number; along: number }
  turned: boolean
}) {
  const { t, language } = usePhoneWords()
  const side = aside < 0 ? 'left' : 'right'
  const metres = Math.abs(aside)
  if (along < 0) {
    const far = Math.hypot(aside, along)
    const words = turned && metres > -along ? t(`sweep:turn.${side}`) : t('sweep:to-start')
    return <BigNumber value={<Arrow side={side} text={distance(far, language)} />}>{words}</BigNumber>
  }
  if (metres < 1) return <BigNumber value={<Icon name="check" size={40} />}>{t('sweep:on-lane')}</BigNumber>
  return (
    <BigNumber value={<Arrow side={side} text={distance(metres, language)} />}>
      {t(`sweep:lane.${side}`)}
    </BigNumber>
  )
}

function Arrow({ side, text }: { side: 'left' | 'right'; text: string }) {
  return (
    <span className={lane.arrow}>
      {side === 'left' && <span aria-hidden="true">←</span>}
      {text}
      {side === 'right' && <span aria-hidden="true">→</span>}
    </span>
  )
}

function Progress({ walked, length }: { walked: number; length: number }) {
  const { t, language } = usePhoneWords()
  const done = Math.min(Math.max(walked, 0), length)
  return (
    <>
      <progress className={lane.progress} value={done} max={length} aria-label={t('sweep:progress')} />
      <p className="num">
        {t('sweep:walked', { walked: distance(done, language), length: distance(length, language) })}
      </p>
    </>
  )
}
