import type { Id } from '../../shared/kernel/ids.ts'
import { taskName } from '../../shared/tasks/task-name.ts'
import { select } from '../app/desk-state.ts'
import { regionName } from '../app/region-name.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { sameItems, useAsk, useBoard, useEntity } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Empty, Facts, Panel, PanelTitle } from '../ui/Panel.tsx'
import { Age } from '../ui/Times.tsx'
import { useWords } from '../ui/words.ts'
import { CarrierActions } from './CarrierActions.tsx'
import { CarrierName, CarrierStatusWord } from './CarrierCells.tsx'
import { CarrierTask } from './CarrierTask.tsx'
import { useCarrierFacts } from './carrier-facts.tsx'
import { FreePlaces } from './FreePlaces.tsx'
import styles from './forces.module.css'

/** A unit or an assistant: who it is, where and since when, what it does, and what may be done about it. */
export function CarrierPanel({ kind, id }: { kind: 'unit' | 'assistant'; id: Id }) {
  const { t } = useWords()
  const carrier = useEntity(kind, id)
  const task = useEntity('task', carrier?.task)
  const name = useBoard((board) => (task ? taskName(board, task.id) : ''))
  const alarms = useBoard(
    (board) =>
      [...board.alarm.values()].filter(({ resolved, subject }) => resolved === null && subject.id === id),
    sameItems,
    'alarm',
  )
  const facts = useCarrierFacts(carrier)
  const asking = useAsk(`carrier:${id}`)
  if (!carrier) return <Empty>{t('desk:gone')}</Empty>
  return (
    <Panel actions={<CarrierActions carrier={carrier} task={task} />}>
      <PanelTitle
        above={
          <>
            <span className="clip">{t(kind === 'unit' ? 'terms:role.unit' : 'tasks:carrier.assistant')}</span>
            {kind === 'assistant' && <span className="num">{carrier.callSign}</span>}
            <span className="fill" />
            <span className="clip">{regionName(t, carrier.region)}</span>
          </>
        }
        title={<CarrierName kind={kind} id={id} nameOnly />}
      >
        <p className={styles.status}>
          <CarrierStatusWord kind={kind} id={id} />
          {task && <span className="num">{name}</span>}
          {'leaving' in carrier && carrier.leaving && <Age since={carrier.leaving.at} />}
          {alarms.map((alarm) => (
            <Button key={alarm.id} onPress={() => select({ kind: 'alarm', id: alarm.id }, alarm.operation)}>
              <Chip tone={alarm.kind === 'sos' ? 'red' : 'amber'}>{t(`terms:alarm.${alarm.kind}`)}</Chip>
            </Button>
          ))}
        </p>
        <Facts facts={facts} nameWidth={104} />
      </PanelTitle>
      {asking.refused && (
        <div className={styles.refused}>
          <Refusal refusal={asking.refused.refusal} />
          <Button onPress={asking.dismiss}>{t('ui:close')}</Button>
        </div>
      )}
      {task ? <CarrierTask carrier={carrier} task={task} /> : <FreePlaces carrier={carrier} />}
    </Panel>
  )
}
