import { useDeskWords } from '../../operations/words.ts'
import { Button } from '../../ui/Button.tsx'
import { AlarmMark } from '../../ui/Marks.tsx'
import { Notice } from '../../ui/Panel.tsx'
import { openForm, setSearchDesk } from '../search-desk.ts'
import type { SearchBoard } from '../use-search.ts'
import styles from './scenarios.module.css'
import { useKnownUntil } from './use-priors.ts'

/** A clue is newer than the probabilities: they are asked for anew, never shifted by hand. */
export function PriorsAge({ search: { operation } }: { search: SearchBoard }) {
  const { t, time } = useDeskWords()
  const { clue, until, older, fresh } = useKnownUntil(operation.id)
  if (!older || clue === null || until === null || operation.closedAt !== null) return null
  return (
    <Notice
      tone="level2"
      mark={<AlarmMark level={2} />}
      title={t('search:older-than-clue', { until: time(until), clue: time(clue) })}
    >
      <div className={styles.offer}>
        <p>{t('search:older-how')}</p>
        {fresh ? (
          <Button onPress={() => setSearchDesk({ consensus: fresh.id, form: 'priors' })}>
            {t('search:consensus-newer', { time: time(fresh.closedAt ?? 0) })}
          </Button>
        ) : (
          <Button onPress={() => openForm('consensus')}>{t('search:new-consensus')}</Button>
        )}
      </div>
    </Notice>
  )
}
