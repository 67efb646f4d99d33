import { isBound, isLive, linkOf } from '../../shared/tasks/links.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { select } from '../app/desk-state.ts'
import { Person, UnitName } from '../operations/Who.tsx'
import { useEntity } from '../store/use-store.ts'
import { PairGauges } from '../tasks/PairGauges.tsx'
import { chainState, StepMark } from '../tasks/step-words.tsx'
import { useSlowNow } from '../tasks/use-slow-now.ts'
import { Row, Rows } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../ui/words.ts'
import { type Carrying, kindOf } from './status.ts'

/** The task that holds a carrier: its own place on the chain with the gauges, and its partners. */
export function CarrierTask({ carrier, task }: { carrier: Carrying; task: Task }) {
  const { t } = useWords()
  const operation = useEntity('operation', task.operation)
  const place = useEntity('place', task.place)
  const now = useSlowNow()
  const kind = kindOf(carrier)
  const own = linkOf(task, kind === 'unit' ? { unit: carrier.id } : { assistant: carrier.id })
  const meets = place?.meeting.time ?? null
  const sent = task.orders.length > 0
  const others = task.members.filter((member) => isLive(member) && member.assistant !== carrier.id)
  return (
    <>
      <SectionHead title={t('tasks:carrier.task')} />
      <Rows label={t('tasks:carrier.task')}>
        <Row
          title={
            <>
              <span className="num">
                {operation?.number}-{task.number}
              </span>{' '}
              {operation?.title}
            </>
          }
          note={place && `${t(`terms:place.${place.kind}`)} ${place.letter}: ${place.name}`}
          onChoose={() => select({ kind: 'task', id: task.id }, task.operation)}
          end={sent && own && <StepMark link={own} state={chainState(own, now, meets)} />}
          below={
            kind === 'assistant' && own && isBound(own) && <PairGauges task={task} assistant={carrier.id} />
          }
        />
      </Rows>
      <SectionHead title={t('tasks:carrier.partners')} count={others.length + Number(kind === 'assistant')} />
      <Rows label={t('tasks:carrier.partners')}>
        {kind === 'assistant' && (
          <Row
            title={<UnitName id={task.unit} />}
            note={t('terms:role.unit')}
            onChoose={() => select({ kind: 'unit', id: task.unit }, task.operation)}
            end={sent && <StepMark link={task.unitLink} state={chainState(task.unitLink, now, meets)} />}
          />
        )}
        {others.map((member) => (
          <Row
            key={member.assistant}
            title={<Person id={member.assistant} />}
            onChoose={() => select({ kind: 'assistant', id: member.assistant }, task.operation)}
            end={sent && <StepMark link={member} state={chainState(member, now, meets)} />}
            below={
              kind === 'unit' && isBound(member) && <PairGauges task={task} assistant={member.assistant} />
            }
          />
        ))}
      </Rows>
    </>
  )
}
