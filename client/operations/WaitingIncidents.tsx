import type { Board } from '../../shared/board/board.ts'
import type { Incident } from '../../shared/incidents/types.ts'
import { isSelected, select, useDesk } from '../app/desk-state.ts'
import { sameItems, useBoard } from '../store/use-store.ts'
import { Icon } from '../ui/Icons.tsx'
import { Row, Rows } from '../ui/Row.tsx'
import styles from './operations.module.css'
import { useDeskWords } from './words.ts'

const waiting = (board: Board): Incident[] =>
  [...board.incident.values()]
    .filter(({ closedAt, operation }) => closedAt === null && operation === null)
    .sort((a, b) => a.number - b.number)

/** Reported and in no operation yet, the oldest first. */
export function WaitingIncidents() {
  const { t } = useDeskWords()
  const incidents = useBoard(waiting, sameItems, 'incident')
  if (incidents.length === 0) return null
  return (
    <Rows label={t('operations:waiting-incidents')}>
      {incidents.map((incident) => (
        <IncidentRow key={incident.id} incident={incident} />
      ))}
    </Rows>
  )
}

function IncidentRow({ incident }: { incident: Incident }) {
  const { t, time } = useDeskWords()
  const selected = useDesk(isSelected('incident', incident.id))
  const { id, number, kind, place, reportedAt } = incident
  return (
    <Row
      lead={<Icon name="pin" label={t('operations:incident')} />}
      title={<span className={styles.capital}>{t(`terms:incident.${kind}`)}</span>}
      note={
        <span className="num">
          {time(reportedAt)} · {place}
        </span>
      }
      end={
        <span className="tiny num">
          {number}
          <br />
          {t('operations:waits-for-operation')}
        </span>
      }
      selected={selected}
      onChoose={() => select({ kind: 'incident', id })}
    />
  )
}
