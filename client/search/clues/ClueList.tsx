import { useRef } from 'react'
import { nameOfPoint } from '../../../shared/city/find-point.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import { useDesk } from '../../app/desk-state.ts'
import { useCity } from '../../operations/use-city.ts'
import { useDeskWords } from '../../operations/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Panel.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import styles from '../search.module.css'
import { openForm, setSearchDesk, useSearchDesk } from '../search-desk.ts'
import { useClues } from '../use-search.ts'

/** What was found; choosing one shows it on the map. */
export function ClueList({ operation }: { operation: Operation }) {
  const { t, language, time } = useDeskWords()
  const city = useCity()
  const clues = useClues(operation)
  const chosen = useSearchDesk((desk) => desk.clue)
  const map = useDesk((desk) => desk.map)
  const list = useRef<HTMLDivElement>(null)
  return (
    <>
      <SectionHead
        title={t('search:clues')}
        count={clues.length}
        action="show.clues"
        onAction={() => list.current?.querySelector('button')?.focus()}
      />
      {clues.length === 0 && <Empty>{t('search:no-clues')}</Empty>}
      <div ref={list}>
        <Rows label={t('search:clues')}>
          {clues.map(({ id, letter, placedAt, kind, words, at, assessed, released }) => (
            <Row
              key={id}
              lead={<span className="num strong">{letter}</span>}
              title={words}
              note={
                <>
                  <span className="num">{time(placedAt)}</span>
                  {kind && ` · ${t(`search:clue.${kind}`)}`}
                  {assessed && ` · ${t(`search:verdict.${assessed.verdict}`)}`}
                  {` · ${nameOfPoint(city, at, language) ?? t('operations:on-the-map')}`}
                </>
              }
              {...(released && { end: <Chip>{t('search:seen-teams')}</Chip> })}
              selected={chosen === id}
              onChoose={() => {
                setSearchDesk({ clue: id, form: 'clue-file' })
                map?.camera.goTo(at)
              }}
            />
          ))}
        </Rows>
        {operation.closedAt === null && (
          <div className={styles.caseActions} style={{ paddingTop: 6 }}>
            <Button action="clue.new" onPress={() => openForm('clue')}>
              {t('search:new-clue')}
            </Button>
          </div>
        )}
      </div>
    </>
  )
}
