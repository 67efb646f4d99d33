import { owesCard } from '../../shared/applications/standing.ts'
import type { Assistant, Permit } from '../../shared/assistants/types.ts'
import type { Board } from '../../shared/board/board.ts'
import { dayText } from '../../shared/law/day.ts'
import { regionName } from '../app/region-name.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk, useBoard, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { RuleId } from '../ui/Chip.tsx'
import { type Fact, Facts } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import styles from './registry.module.css'

export type PapersChange = 'card' | 'training' | 'permit'

/** ID card and badge, the training, and permissions for other regions: what D2 and D9 look at. */
export function PapersList({
  assistant,
  onOpen,
}: {
  assistant: Assistant
  onOpen(what: PapersChange): void
}) {
  const { t } = useDeskWords()
  const session = useStaff()
  const { board } = useStore()
  const { up } = useLink()
  const { id, papers, trainedOn, permits = [], status } = assistant
  const file = useBoard((now: Board) => now.application.get(id)?.card ?? null)
  const owes = useBoard((now: Board) => owesCard(now, id))
  const { give, sending, refused } = useAsk(`papers:${id}`)
  const day = '2026-01-01'
  const card = file ?? papers?.card
  const open = status === 'ACTIVE' || status === 'SUSPENDED' || status === 'REGISTERED'
  const may = {
    train: open && maySend(session, board.board, 'RecordTraining', { assistant: id, on: day }),
    permit: open && maySend(session, board.board, 'RevokePermit', { assistant: id, document: '1' }),
    takeBack: owes && maySend(session, board.board, 'ReturnCard', { application: id }),
    issue:
      (status === 'ACTIVE' || (status === 'REGISTERED' && !board.board.application.has(id))) &&
      maySend(session, board.board, 'IssueCard', {
        application: id,
        number: '1',
        badge: '1',
        trainedOn: day,
      }),
  }
  const why = (!up && t('registry:no-link')) || (sending.length > 0 && t('registry:sending'))
  const facts: Fact[] = [
    {
      name: t('law:card'),
      value: card
        ? `${t('law:card-numbers', { number: card.number, badge: card.badge })}${card.until ? `, ${t('law:until', { day: dayText(card.until) })}` : ''}`
        : t('law:not-here'),
    },
    { name: t('law:training'), value: trainedOn ? dayText(trainedOn) : t('law:not-here') },
  ]
  return (
    <>
      <SectionHead title={t('law:papers')} />
      <div className={styles.papers}>
        <Facts facts={facts} nameWidth={116} />
        {owes && <p className="amber">{t('law:card-owed')}</p>}
        <p className="flow">
          {may.takeBack && (
            <Button onPress={() => void give('ReturnCard', { application: id })} refused={why}>
              {t('law:take-card')}
            </Button>
          )}
          {may.issue && (
            <Button onPress={() => onOpen('card')} refused={why}>
              {t(status === 'ACTIVE' ? 'law:issue-again' : 'law:issue')}
            </Button>
          )}
          {may.train && (
            <Button onPress={() => onOpen('training')} refused={why}>
              {t('law:record-training')}
            </Button>
          )}
          {may.permit && (
            <Button onPress={() => onOpen('permit')} refused={why}>
              {t('law:permit')}
            </Button>
          )}
        </p>
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
      <ul>
        {permits.map((permit) => (
          <PermitRow
            key={permit.document}
            permit={permit}
            refused={why}
            {...(may.permit && {
              onRevoke: () => void give('RevokePermit', { assistant: id, document: permit.document }),
            })}
          />
        ))}
      </ul>
    </>
  )
}

function PermitRow({
  permit,
  refused,
  onRevoke,
}: {
  permit: Permit
  refused: string | false
  onRevoke?(): void
}) {
  const { t } = useDeskWords()
  const { region, document, from, until } = permit
  return (
    <li className={styles.device}>
      <RuleId id="D9" />
      <span>
        {regionName(t, region)} <span className="dim">· № {document}</span>
        <span className="num dim">
          {' '}
          · {dayText(from)}–{dayText(until)}
        </span>
      </span>
      <span className="fill" />
      {onRevoke && (
        <Button onPress={onRevoke} refused={refused}>
          {t('law:revoke-permit')}
        </Button>
      )}
    </li>
  )
}
