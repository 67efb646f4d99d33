import { useEffect, useReducer } from 'react'
import { type Alarm, alarmClass } from '../../shared/alarms/types.ts'
import { clockTime } from '../../shared/i18n/format.ts'
import { taskName } from '../../shared/tasks/task-name.ts'
import { select, useDesk } from '../app/desk-state.ts'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useBoard, useReceived } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { now } from '../ui/clock.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { Strip, StripRow } from '../ui/StripRow.tsx'
import { Age } from '../ui/Times.tsx'
import { useKey } from '../ui/use-key.ts'
import { AlarmActions } from './AlarmActions.tsx'
import { AlarmDoing } from './AlarmDoing.tsx'
import { AlarmLadder } from './AlarmLadder.tsx'
import { AlarmSubject } from './AlarmSubject.tsx'
import styles from './alarms.module.css'
import { NoAlarms } from './NoAlarms.tsx'
import { type AlarmGroup, foldFloods, openAlarms, rowsInSight, shelvedAlarms } from './open-alarms.ts'
import { ReceivedRow } from './ReceivedRow.tsx'
import { SoundLine } from './SoundLine.tsx'

const rows = 2

/** Two rows at the foot of the desk: the highest class first, then the oldest; N goes on to the next ones. */
export function AlarmStrip({ onlySos = false }: { onlySos?: boolean }) {
  const { t } = useDeskWords()
  useShelvesEnding()
  const alarms = useBoard(
    (board) => openAlarms(board, now()).filter(({ kind }) => !onlySos || kind === 'sos'),
    sameItems,
  )
  const received = useReceived()
  const selected = useDesk((desk) => (desk.selected?.kind === 'alarm' ? desk.selected.id : null))

  const groups = foldFloods(alarms)
  const chosen = groups.find((group) => group.alarms.some(({ id }) => id === selected))
  const shown = rowsInSight(groups, chosen, Math.max(0, rows - received.length))
  const current = chosen ?? shown[0]
  const hidden = groups.length - shown.length
  const firstUnowned = alarms.find(({ owner }) => owner === null)
  function next() {
    const at = current ? groups.indexOf(current) : -1
    const following = groups[(at + 1) % groups.length]?.alarms[0]
    if (following) select({ kind: 'alarm', id: following.id }, following.operation)
  }
  useKey('alarm.next', next, { when: groups.length > 0 })

  return (
    <div className={styles.strip}>
      {!onlySos && <SoundLine />}
      {groups.length === 0 && received.length === 0 ? (
        !onlySos && <NoAlarms />
      ) : (
        <Strip>
          {received.slice(0, rows).map((one) => (
            <ReceivedRow key={one.alarm} received={one} />
          ))}
          {shown.map((group, index) => (
            <AlarmRow
              key={group.key}
              group={group}
              current={group === current}
              firstUnowned={firstUnowned ?? null}
              locked={onlySos}
              more={
                index === shown.length - 1 && hidden > 0 ? (
                  <Button action="alarm.next" onPress={next}>
                    +{hidden} <span className="unseen">{t('alarms:more', { count: hidden })}</span>
                  </Button>
                ) : null
              }
            />
          ))}
        </Strip>
      )}
    </div>
  )
}

interface AlarmRowProps {
  group: AlarmGroup
  current: boolean
  firstUnowned: Alarm | null
  /** On a locked desk an alarm is seen, nothing can be done about it. */
  locked: boolean
  more: React.ReactNode
}

function AlarmRow({ group, current, firstUnowned, locked, more }: AlarmRowProps) {
  const { t, offset } = useDeskWords()
  const [alarm] = group.alarms
  const task = useBoard((board) => (alarm.task ? taskName(board, alarm.task) : ''))
  const level = alarmClass[alarm.kind]
  const many = group.alarms.length > 1
  return (
    <div className={current ? styles.current : undefined} aria-current={current || undefined}>
      <StripRow
        level={level}
        mark={<AlarmMark level={level} label={t('alarms:class', { level })} />}
        kind={<b>{t(`terms:alarm.${alarm.kind}`)}</b>}
        start={
          <>
            {clockTime(alarm.raisedAt, offset)}
            {task && !many && (
              <>
                {' · '}
                <span className="only-l">{t('alarms:of-task', { task })}</span>
                <span className="only-s">{task}</span>
              </>
            )}
          </>
        }
        subject={
          many ? (
            <b>{t('alarms:flood', { count: group.alarms.length })}</b>
          ) : (
            <>
              <AlarmSubject alarm={alarm} />{' '}
              {alarm.subject.kind !== 'place' &&
                t(alarm.subject.kind === 'unit' ? 'alarms:unit' : 'alarms:assistant')}
            </>
          )
        }
        doing={
          many ? (
            group.alarms.slice(0, 6).map((one, index) => (
              <span key={one.id}>
                {index > 0 && ', '}
                <AlarmSubject alarm={one} />
              </span>
            ))
          ) : (
            <AlarmDoing alarm={alarm} />
          )
        }
        age={<Age since={alarm.raisedAt} />}
        reach={<AlarmLadder alarm={group.alarms.find(({ owner }) => owner === null) ?? alarm} />}
        actions={
          !locked && (
            <>
              {more}
              <AlarmActions
                alarm={alarm}
                group={group.alarms}
                current={current}
                firstUnowned={firstUnowned !== null && group.alarms.includes(firstUnowned)}
              />
            </>
          )
        }
      />
    </div>
  )
}

/** A shelved alarm comes back by the clock alone. */
function useShelvesEnding(): void {
  const [, again] = useReducer((n: number) => n + 1, 0)
  const next = useBoard((board) => shelvedAlarms(board, now())[0]?.shelvedUntil ?? null)
  useEffect(() => {
    if (next === null) return
    const timer = setTimeout(again, Math.max(0, next - now()) + 50)
    return () => clearTimeout(timer)
  }, [next])
}
