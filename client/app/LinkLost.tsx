import { useState } from 'react'
import { type Alarm, alarmClass } from '../../shared/alarms/types.ts'
import { clockTime } from '../../shared/i18n/format.ts'
import { AlarmSubject } from '../alarms/AlarmSubject.tsx'
import { openAlarms } from '../alarms/open-alarms.ts'
import { sameItems, useBoard, useEntity, useLink, useName, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { now } from '../ui/clock.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { Facts } from '../ui/Panel.tsx'
import { Age } from '../ui/Times.tsx'
import { usePage } from '../ui/use-key.ts'
import { useWords } from '../ui/words.ts'
import styles from './app.module.css'
import { RadioList } from './RadioList.tsx'
import { useStaff } from './staff-session.ts'

/** The link is gone: what was true last, what is open, what to do. Docked low, so that the last places stay in sight. */
export function LinkLost() {
  usePage('link-lost')
  const { t } = useWords()
  const { utcOffset } = useStaff()
  const { lastGood } = useLink()
  const { connection } = useStore()
  const alarms = useBoard((board) => openAlarms(board, now()).slice(0, 3), sameItems)
  const [list, setList] = useState(false)
  const [before, after] = t('desk:no-link-since', { time: '\n' }).split('\n')
  return (
    <section className={styles.lost} role="alert">
      <div className={styles.lostHead}>
        <AlarmMark level={1} />
        <h2>{t('desk:no-link')}</h2>
        <span className={styles.lostAge}>
          <Age since={lastGood || now()} />
        </span>
        <p className={styles.lostWords}>
          {lastGood === 0 ? (
            t('desk:no-link-ever')
          ) : (
            <>
              {before}
              <b className="num">{clockTime(lastGood, utcOffset)}</b>
              {after}
            </>
          )}
        </p>
      </div>
      <div className={styles.lostFacts}>
        <Facts
          nameWidth={168}
          facts={[
            ...alarms.map((alarm) => ({
              id: alarm.id,
              name: `${t(`terms:alarm.${alarm.kind}`)} ${clockTime(alarm.raisedAt, utcOffset)}`,
              value: <Unfinished alarm={alarm} />,
            })),
            { name: t('desk:meanwhile'), value: t('desk:meanwhile-radio') },
          ]}
        />
      </div>
      <div className={styles.lostActions}>
        <Button kind="primary" action="confirm" onPress={connection.retry}>
          {t('desk:try-now')}
        </Button>
        <Button action="radio-list.show" onPress={() => setList(true)}>
          {t('desk:radio-list')}
        </Button>
      </div>
      {list && <RadioList onClose={() => setList(false)} />}
    </section>
  )
}

/** What an open alarm was waiting for, and whom to call about it. */
function Unfinished({ alarm }: { alarm: Alarm }) {
  const { t } = useWords()
  const owner = useName(alarm.owner?.account)
  const task = useEntity('task', alarm.task)
  const unit = useEntity('unit', alarm.subject.kind === 'unit' ? alarm.subject.id : task?.unit)
  return (
    <span>
      <AlarmSubject alarm={alarm} />.{' '}
      {alarmClass[alarm.kind] === 1
        ? t('desk:outcome-unknown')
        : alarm.owner
          ? t('desk:owner-was', { who: owner ?? '…' })
          : t('desk:owner-unknown')}{' '}
      {unit ? t('desk:call-unit', { unit: unit.callSign }) : t('desk:call-by-radio')}
    </span>
  )
}
