import { lazy, Suspense } from 'react'
import { AllAlarms } from '../alarms/AllAlarms.tsx'
import { ResolveAlarm } from '../alarms/ResolveAlarm.tsx'
import { ShelveAlarm } from '../alarms/ShelveAlarm.tsx'
import { SoundSettings } from '../alarms/SoundSettings.tsx'
import { ExtendShift } from '../forces/ExtendShift.tsx'
import { HandoverDialog } from '../handover/HandoverDialog.tsx'
import { NoteDialog } from '../journal/NoteDialog.tsx'
import { MessageDialog } from '../messages/MessageDialog.tsx'
import { ByRadio } from '../tasks/ByRadio.tsx'
import { Reassign } from '../tasks/Reassign.tsx'
import { RecallTask } from '../tasks/RecallTask.tsx'
import { ReplaceUnit } from '../tasks/ReplaceUnit.tsx'
import { StandDown } from '../tasks/StandDown.tsx'
import { closeDialog, useDesk } from './desk-state.ts'

const LawDialog = lazy(async () => ({ default: (await import('../law/LawDialog.tsx')).LawDialog }))
const SystemDialog = lazy(async () => ({
  default: (await import('../system/SystemDialog.tsx')).SystemDialog,
}))

/** The one open dialog. Each takes what it is about and `onClose`. */
export function DeskDialogs() {
  const dialog = useDesk((desk) => desk.dialog)
  const onClose = closeDialog
  switch (dialog?.name) {
    case 'message':
      return <MessageDialog operation={dialog.operation} task={dialog.task} onClose={onClose} />
    case 'note':
      return <NoteDialog onClose={onClose} />
    case 'resolve-alarm':
      return <ResolveAlarm alarm={dialog.alarm} onClose={onClose} />
    case 'shelve-alarm':
      return <ShelveAlarm alarm={dialog.alarm} onClose={onClose} />
    case 'all-alarms':
      return <AllAlarms onClose={onClose} />
    case 'sounds':
      return <SoundSettings onClose={onClose} />
    case 'by-radio':
      return <ByRadio task={dialog.task} assistant={dialog.assistant} onClose={onClose} />
    case 'reassign':
      return <Reassign task={dialog.task} assistant={dialog.assistant} onClose={onClose} />
    case 'stand-down':
      return <StandDown task={dialog.task} assistant={dialog.assistant} onClose={onClose} />
    case 'recall':
      return <RecallTask task={dialog.task} onClose={onClose} />
    case 'replace-unit':
      return <ReplaceUnit task={dialog.task} onClose={onClose} />
    case 'extend-shift':
      return <ExtendShift kind={dialog.kind} id={dialog.id} onClose={onClose} />
    case 'hand-over':
      return <HandoverDialog onClose={onClose} />
    case 'law':
      return (
        <Suspense>
          <LawDialog onClose={onClose} />
        </Suspense>
      )
    case 'system':
      return (
        <Suspense>
          <SystemDialog onClose={onClose} />
        </Suspense>
      )
    case undefined:
      return null
  }
}
