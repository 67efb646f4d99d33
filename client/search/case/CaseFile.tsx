import { cluesOf } from '../../../shared/search/case/clues.ts'
import { openPeriod } from '../../../shared/search/case/periods.ts'
import { sectionNames } from '../../../shared/search/case/questionnaire.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useAsk, useBoard, useEntity, useText } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel, PanelTitle } from '../../ui/Panel.tsx'
import { readStatement } from '../sealed-words.ts'
import styles from '../search.module.css'
import { type CaseFormName, openForm } from '../search-desk.ts'
import { type SearchBoard, useSubject } from '../use-search.ts'
import { Numbered, type NumberedItem } from './Numbered.tsx'
import { dayText, useCase } from './use-case.ts'

/** The parts of a search's file, each with how it stands; a digit opens it. */
export function CaseFile({ search: { operation } }: { search: SearchBoard }) {
  const { t, time } = useDeskWords()
  const { id } = operation
  const file = useCase(id)
  const card = useEntity('card', id)
  const subject = useSubject(operation)
  const statement = useText(file.statement?.sealed)
  const clues = useBoard((board) => cluesOf(board, id).length, Object.is, 'clue')
  const ask = useAsk(`case:${id}`)
  const period = openPeriod(operation.search?.periods)
  const open = operation.closedAt === null
  const answered = sectionNames.filter((section) =>
    file.answers.some((one) => one.section === section),
  ).length
  const read = statement === undefined ? null : readStatement(statement)
  const part = (name: CaseFormName, state: string | null, missing = false): NumberedItem => ({
    id: name,
    title: t(`case:section.${name}` as 'case:section.card'),
    state: state ?? '–',
    missing,
    onOpen: () => openForm(name),
  })
  const items = [
    part(
      'statement',
      read
        ? t('search:statement-line', { number: read.number, day: dayText(read.day) })
        : t(file.hasty ? 'search:hasty-on' : 'search:no-statement'),
      !file.statement,
    ),
    part(
      'subject',
      [subject.category && t(`search:category.${subject.category}`), subject.name]
        .filter(Boolean)
        .join(', ') || null,
    ),
    part('questions', t('case:questions-done', { done: answered, of: sectionNames.length })),
    part('urgency', file.urgency && t(`search:urgency.${file.urgency.level}`)),
    part(
      'card',
      card?.sealed
        ? t('case:card-out', { to: t(`case:card-to.${card.to}`), time: time(card.at) })
        : t('search:card-not'),
    ),
    part(
      'period',
      period
        ? t('search:period-line', { number: period.number, from: time(period.from), to: time(period.until) })
        : t('search:period-none'),
    ),
    part('located', file.located && t('search:located-on', { time: time(file.located.at) })),
  ]
  return (
    <Panel
      actions={
        <>
          {open && card?.sealed && (
            <Button
              action="undo"
              onPress={() => void ask.give('WithdrawCard', { operation: id })}
              refused={ask.sending.length > 0 && t('operations:sending')}
            >
              {t('case:card-withdraw')}
            </Button>
          )}
          <span className="fill" />
          <Button action="close" onPress={() => openForm(null)}>
            {t('ui:close')}
          </Button>
        </>
      }
    >
      <PanelTitle
        above={
          <>
            <span className="num">{operation.number}</span>
            <span className="fill" />
            <span className="small">{`${t('search:clues')}: ${clues}`}</span>
          </>
        }
        title={t('case:title')}
      />
      {ask.refused && (
        <div className={styles.said}>
          <Refusal refusal={ask.refused.refusal} />
        </div>
      )}
      <Numbered label={t('case:sections')} items={items} />
      {!file.statement && <p className={styles.hint}>{t('case:no-statement-how')}</p>}
    </Panel>
  )
}
