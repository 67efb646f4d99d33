import { alarmClass } from '../../shared/alarms/types.ts'
import { clockTime } from '../../shared/i18n/format.ts'
import { select } from '../app/desk-state.ts'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useBoard } from '../store/use-store.ts'
import { now } from '../ui/clock.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Empty } from '../ui/Panel.tsx'
import { Row } from '../ui/Row.tsx'
import { ScrollList } from '../ui/ScrollList.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Age } from '../ui/Times.tsx'
import { AlarmDoing } from './AlarmDoing.tsx'
import { AlarmSubject } from './AlarmSubject.tsx'
import { openAlarms, shelvedAlarms } from './open-alarms.ts'

/** Every open alarm, and those that are only put off. */
export function AllAlarms({ onClose }: { onClose(): void }) {
  const { t, offset } = useDeskWords()
  const open = useBoard((board) => openAlarms(board, now()), sameItems)
  const shelved = useBoard((board) => shelvedAlarms(board, now()), sameItems)
  const list = (alarms: typeof open, label: string, empty: string) => (
    <ScrollList items={alarms} keyOf={({ id }) => id} label={label} lines={2} empty={<Empty>{empty}</Empty>}>
      {(alarm) => (
        <Row
          lead={<AlarmMark level={alarmClass[alarm.kind]} size={18} />}
          title={
            <>
              {t(`terms:alarm.${alarm.kind}`)} · <AlarmSubject alarm={alarm} />
            </>
          }
          note={<AlarmDoing alarm={alarm} />}
          end={
            (alarm.shelvedUntil ?? 0) > now() ? (
              t('alarms:until', { time: clockTime(alarm.shelvedUntil ?? 0, offset, false) })
            ) : (
              <Age since={alarm.raisedAt} />
            )
          }
          onChoose={() => {
            select({ kind: 'alarm', id: alarm.id }, alarm.operation)
            onClose()
          }}
        />
      )}
    </ScrollList>
  )
  return (
    <Dialog title={t('alarms:alarms')} open onClose={onClose} width={640}>
      <SectionHead title={t('alarms:open')} count={open.length} />
      {list(open, t('alarms:open'), t('alarms:none'))}
      <SectionHead title={t('alarms:shelved')} count={shelved.length} />
      {list(shelved, t('alarms:shelved'), t('alarms:none-shelved'))}
    </Dialog>
  )
}
