import { alarmClass } from '../../shared/alarms/types.ts'
import { clockTime } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { taskName } from '../../shared/tasks/task-name.ts'
import { openDialog, select } from '../app/desk-state.ts'
import { useDeskWords } from '../operations/words.ts'
import { useBoard, useEntity, useName } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { now } from '../ui/clock.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { Empty, Facts, Panel, PanelTitle } from '../ui/Panel.tsx'
import { Age } from '../ui/Times.tsx'
import { AlarmActions } from './AlarmActions.tsx'
import { AlarmDoing } from './AlarmDoing.tsx'
import { AlarmLadder } from './AlarmLadder.tsx'
import { AlarmSubject } from './AlarmSubject.tsx'
import styles from './alarms.module.css'
import { ReportLink } from './ReportLink.tsx'

/** One alarm in full: who, since when, who has it, whom it has reached, and the task it is about. */
export function AlarmPanel({ id }: { id: Id }) {
  const { t, offset } = useDeskWords()
  const alarm = useEntity('alarm', id)
  const owner = useName(alarm?.owner?.account)
  const closer = useName(alarm?.resolved?.account)
  const task = useBoard((board) => (alarm?.task ? taskName(board, alarm.task) : ''))
  const message = useEntity('task', alarm?.task)
  if (!alarm) return <Empty>{t('desk:gone')}</Empty>
  const { subject, resolved } = alarm
  return (
    <Panel
      actions={
        !resolved && (
          <>
            <AlarmActions alarm={alarm} current firstUnowned={false} full />
            {message && message.endedAt === null && (
              <Button
                action="message.write"
                onPress={() =>
                  openDialog({ name: 'message', operation: message.operation, task: message.id })
                }
              >
                {t('tasks:message')}
              </Button>
            )}
          </>
        )
      }
    >
      <PanelTitle
        above={
          <>
            <AlarmMark level={alarmClass[alarm.kind]} size={16} /> {t(`terms:alarm.${alarm.kind}`)}
            <span className="fill" />
            {!resolved && <Age since={alarm.raisedAt} />}
          </>
        }
        title={<AlarmSubject alarm={alarm} />}
      >
        <p>
          <AlarmDoing alarm={alarm} />
        </p>
        {alarm.offDuty && <Chip tone="amber">{t('alarms:off-duty')}</Chip>}
      </PanelTitle>
      <div className={styles.part}>
        <Facts
          nameWidth={104}
          facts={[
            { name: t('alarms:raised'), value: clockTime(alarm.raisedAt, offset) },
            { name: t('alarms:owner'), value: owner ?? t('alarms:no-owner') },
            ...(!resolved && (alarm.shelvedUntil ?? 0) > now()
              ? [
                  {
                    name: t('alarms:put-off'),
                    value: t('alarms:until', { time: clockTime(alarm.shelvedUntil ?? 0, offset, false) }),
                  },
                ]
              : []),
            ...(resolved
              ? [
                  {
                    name: t('alarms:closed'),
                    value: `${clockTime(resolved.at, offset)}, ${t(`terms:resolved.${resolved.reason as 'helped'}`)}${closer ? `, ${closer}` : ''}`,
                  },
                ]
              : []),
          ]}
        />
      </div>
      {!resolved && (
        <div className={styles.part}>
          <AlarmLadder alarm={alarm} />
        </div>
      )}
      <div className={styles.links}>
        <ReportLink alarm={alarm} />
        {subject.kind !== 'place' && (
          <Button
            icon="person"
            label={t('alarms:about')}
            onPress={() => select({ kind: subject.kind as 'unit', id: subject.id })}
          >
            <AlarmSubject alarm={alarm} />
          </Button>
        )}
        {alarm.task && (
          <Button icon="flag" onPress={() => select({ kind: 'task', id: alarm.task as Id }, alarm.operation)}>
            {t('alarms:of-task', { task })}
          </Button>
        )}
      </div>
    </Panel>
  )
}
