import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { operationStaffing } from '../../shared/operations/staffing.ts'
import type { Operation, OperationKind } from '../../shared/operations/types.ts'
import { openPanel } from '../app/desk-state.ts'
import { useStaff } from '../app/staff-session.ts'
import { useBoard } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { now } from '../ui/clock.ts'
import { Icon, type IconName } from '../ui/Icons.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Empty } from '../ui/Panel.tsx'
import { Row } from '../ui/Row.tsx'
import { ScrollList } from '../ui/ScrollList.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import styles from './operations.module.css'
import { WaitingIncidents } from './WaitingIncidents.tsx'
import { useDeskWords } from './words.ts'

const kindIcon: Record<OperationKind, IconName> = {
  patrol: 'car',
  'event-security': 'stadium',
  search: 'lens',
  'site-guard': 'building',
  'scene-hold': 'cordon',
}

interface Line {
  operation: Operation
  people: number
  needed: number
  places: number
  units: number
  short: boolean
}

const sameLine = (a: Line, b: Line | undefined): boolean =>
  b !== undefined &&
  a.operation === b.operation &&
  a.people === b.people &&
  a.needed === b.needed &&
  a.places === b.places &&
  a.units === b.units &&
  a.short === b.short

function openOperations(board: Board): Line[] {
  return [...board.operation.values()]
    .filter(({ closedAt }) => closedAt === null)
    .sort((a, b) => b.number - a.number)
    .map((operation) => {
      const { people, needed, places, units, short } = operationStaffing(board, operation, now())
      return { operation, people, needed, places: places.length, units, short: short > 0 }
    })
}

export interface OperationListProps {
  selected: Id | null
  onSelect(operation: Id): void
  /** The key of the section: to the list by keyboard. */
  onJump?(): void
}

/** The running operations, newest first: what, when, and how many of the needed people have said yes. */
export function OperationList({ selected, onSelect, onJump }: OperationListProps) {
  const { t } = useDeskWords()
  const { me } = useStaff()
  const mayOpen = me.grants.some(({ role }) => role !== 'auditor')
  const lines = useBoard(
    openOperations,
    (a, b) => a.length === b.length && a.every((line, i) => sameLine(line, b[i])),
  )
  return (
    <>
      <SectionHead
        title={t('operations:operations')}
        count={lines.length}
        note={t('operations:people-of-needed')}
        action="show.operations"
        onAction={onJump ?? (() => onSelect(nextOf(lines, selected)))}
      />
      <ScrollList
        items={lines}
        keyOf={({ operation }) => operation.id}
        label={t('operations:operations')}
        lines={2}
        selected={selected}
        empty={<Empty>{t('operations:none-open')}</Empty>}
      >
        {(line) => (
          <OperationRow
            line={line}
            selected={line.operation.id === selected}
            onChoose={() => onSelect(line.operation.id)}
          />
        )}
      </ScrollList>
      <WaitingIncidents />
      {mayOpen && (
        <div className={styles.make}>
          <Button action="operation.new" onPress={() => openPanel({ name: 'new-operation' })}>
            {t('operations:operation')}
          </Button>
          <Button action="incident.new" onPress={() => openPanel({ name: 'new-incident' })}>
            {t('operations:incident')}
          </Button>
        </div>
      )}
    </>
  )
}

/** O walks down the list. */
function nextOf(lines: Line[], selected: Id | null): Id {
  const at = lines.findIndex(({ operation }) => operation.id === selected)
  return lines[(at + 1) % Math.max(1, lines.length)]?.operation.id ?? selected ?? ''
}

function OperationRow({ line, selected, onChoose }: { line: Line; selected: boolean; onChoose(): void }) {
  const { t, window } = useDeskWords()
  const { operation, people, needed, places, units, short } = line
  const kind = t(`terms:operation.${operation.kind}`)
  const count = t('operations:of-needed', { people, needed })
  return (
    <Row
      lead={<Icon name={kindIcon[operation.kind]} label={kind} />}
      title={operation.title}
      note={
        <span className="num">
          {window(operation.window)} · {t('operations:places', { count: places })}
          {units > 0 && ` · ${t('terms:units', { count: units })}`}
        </span>
      }
      end={
        <span className="tiny num">
          {operation.number}
          <br />
          {short ? (
            <span className="flow amber" style={{ gap: 5 }}>
              <AlarmMark level={2} size={13} label={t('operations:under-minimum')} />
              <b className="amber">{count}</b>
            </span>
          ) : (
            count
          )}
        </span>
      }
      selected={selected}
      onChoose={onChoose}
    />
  )
}
