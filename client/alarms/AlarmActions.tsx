import { type Alarm, alarmClass } from '../../shared/alarms/types.ts'
import { openDialog, select, useDesk } from '../app/desk-state.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useAsk, useBoard, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../ui/words.ts'
import { useAlarmPlace } from './alarm-place.ts'

interface AlarmActionsProps {
  alarm: Alarm
  /** The row that the keys H, Y, Z and F mean. */
  current: boolean
  /** The first one that nobody owns: V. */
  firstUnowned: boolean
  /** The whole row, when several stand in it: they are owned together. */
  group?: readonly Alarm[]
  /** In the panel: with the second-rank ones. */
  full?: boolean
}

/** What may be done about an alarm now: own it, see it, be with the person, put it off, close it. */
export function AlarmActions({ alarm, current, firstUnowned, group = [alarm], full }: AlarmActionsProps) {
  const { t } = useWords()
  const placeNow = useAlarmPlace(alarm)
  const session = useStaff()
  const { up } = useLink()
  const { give, refused, sending, dismiss } = useAsk(`alarm:${alarm.id}`)
  const may = useBoard((board) => maySend(session, board, 'OwnAlarm', { alarm: alarm.id }))
  const mine = alarm.owner?.account === session.me.account
  const supervisor = session.me.grants.some(({ role }) => role === 'supervisor')
  const sos = alarmClass[alarm.kind] === 1
  const noLink = !up && t('desk:no-link-now')
  const busy = sending.length > 0 && t('desk:sending')
  const why = noLink || busy || undefined
  const unowned = group.filter(({ owner }) => owner === null)
  function own() {
    for (const one of unowned) void give('OwnAlarm', { alarm: one.id })
  }
  function show() {
    select({ kind: 'alarm', id: alarm.id }, alarm.operation)
    const at = placeNow()
    if (at) useDesk.getState().map?.camera.goTo(at)
  }
  if (refused)
    return (
      <>
        <Refusal refusal={refused.refusal} />
        <Button onPress={dismiss}>{t('ui:close')}</Button>
      </>
    )
  return (
    <>
      <Button
        onPress={show}
        action={current ? 'alarm.show' : undefined}
        {...(sos || full ? {} : { className: 'only-l' })}
      >
        {t('alarms:show')}
      </Button>
      {may && (mine || supervisor) && !sos && full && (
        <Button
          action={current ? 'alarm.shelve' : undefined}
          refused={why}
          onPress={() => openDialog({ name: 'shelve-alarm', alarm: alarm.id })}
        >
          {t('alarms:shelve')}
        </Button>
      )}
      {may && (mine || (supervisor && full)) && (!sos || alarm.officerWith || full) && (
        <Button
          action={current ? 'alarm.resolve' : undefined}
          refused={why}
          onPress={() => openDialog({ name: 'resolve-alarm', alarm: alarm.id })}
        >
          {t('alarms:resolve')}
        </Button>
      )}
      {may && unowned.length > 0 && (
        <Button
          kind={firstUnowned ? 'primary' : 'normal'}
          action={firstUnowned ? 'alarm.own' : undefined}
          refused={why}
          onPress={own}
        >
          {unowned.length > 1 ? t('alarms:own-all', { count: unowned.length }) : t('alarms:own')}
        </Button>
      )}
      {may && sos && current && alarm.officerWith === null && (
        <Button
          kind="danger"
          action="alarm.officer-with"
          refused={why}
          onPress={() => void give('ConfirmOfficerWith', { alarm: alarm.id })}
        >
          {t('alarms:officer-here')}
        </Button>
      )}
    </>
  )
}
