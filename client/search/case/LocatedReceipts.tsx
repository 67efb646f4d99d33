import type { Id } from '../../../shared/kernel/ids.ts'
import type { Receipt } from '../../../shared/messages/types.ts'
import { taskName } from '../../../shared/tasks/task-name.ts'
import { Person, UnitName } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useBoard, useEntity } from '../../store/use-store.ts'
import { Ticks } from '../../ui/Marks.tsx'
import { Empty } from '../../ui/Panel.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'

/** Who has acknowledged the radio silence; those who have not, first: they are called by radio. */
export function LocatedReceipts({ operation, message: id }: { operation: Id; message: Id }) {
  const { t, time } = useDeskWords()
  const receipts = useEntity('message', id)?.receipts ?? []
  const done = receipts.filter(({ understood }) => understood !== null).length
  const sorted = [...receipts].sort((a, b) => (a.understood ?? 0) - (b.understood ?? 0))
  const state = ({ understood, delivered }: Receipt) => {
    if (understood !== null) return t('case:receipt-understood', { time: time(understood) })
    return t(delivered !== null ? 'case:receipt-delivered' : 'case:receipt-waiting')
  }
  return (
    <>
      <SectionHead
        title={t('case:receipts')}
        count={t('case:receipts-count', { done, of: receipts.length })}
      />
      {receipts.length === 0 && <Empty>{t('case:receipts-none')}</Empty>}
      <Rows label={t('case:receipts')}>
        {sorted.map((receipt) => (
          <Row
            key={receipt.who.id}
            title={
              receipt.who.kind === 'unit' ? <UnitName id={receipt.who.id} /> : <Person id={receipt.who.id} />
            }
            note={
              <>
                <Team operation={operation} of={receipt.who.id} /> · {state(receipt)}
              </>
            }
            {...(receipt.understood === null && { level: 2 as const })}
            end={
              <Ticks
                delivered={receipt.delivered !== null}
                read={receipt.read !== null}
                understood={receipt.understood !== null}
                label={state(receipt)}
              />
            }
          />
        ))}
      </Rows>
    </>
  )
}

/** The newest task of the search that somebody was in: its number is the team's name on the radio. */
function Team({ operation, of }: { operation: Id; of: Id }) {
  const name = useBoard((board) => {
    const tasks = [...board.task.values()].filter(
      (task) =>
        task.operation === operation &&
        (task.unit === of || task.members.some(({ assistant }) => assistant === of)),
    )
    const last = tasks.sort((a, b) => a.number - b.number).at(-1)
    return last ? taskName(board, last.id) : ''
  })
  return <span className="num">{name}</span>
}
