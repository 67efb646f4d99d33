import { AlarmPanel } from '../alarms/AlarmPanel.tsx'
import { CarrierPanel } from '../forces/CarrierPanel.tsx'
import { TaskPanel } from '../tasks/TaskPanel.tsx'
import { Keycap } from '../ui/Keycap.tsx'
import { Empty } from '../ui/Panel.tsx'
import { useWords } from '../ui/words.ts'
import { useDesk } from './desk-state.ts'
import { OperationThing } from './operation-slots.tsx'
import { useFollow } from './use-follow.ts'

/** The right panel: whatever is selected, else the operation at hand. */
export function SelectedPanel() {
  const { t } = useWords()
  const operation = useDesk((desk) => desk.operation)
  const selected =
    useDesk((desk) => desk.selected) ?? (operation ? ({ kind: 'operation', id: operation } as const) : null)
  useFollow(selected?.kind === 'assistant' ? selected.id : null)
  switch (selected?.kind) {
    case 'task':
      return <TaskPanel key={selected.id} id={selected.id} />
    case 'unit':
    case 'assistant':
      return <CarrierPanel key={selected.id} kind={selected.kind} id={selected.id} />
    case 'alarm':
      return <AlarmPanel key={selected.id} id={selected.id} />
    case 'operation':
    case 'place':
    case 'incident':
      return <OperationThing key={selected.id} kind={selected.kind} id={selected.id} />
    case undefined:
      return (
        <>
          <h1 className="unseen">{t('desk:selected')}</h1>
          <Empty>
            {t('desk:nothing-selected')} <Keycap parts={['/']} /> {t('desk:or-command')}
          </Empty>
        </>
      )
  }
}
