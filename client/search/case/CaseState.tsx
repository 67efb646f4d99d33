import type { Operation } from '../../../shared/operations/types.ts'
import { openPeriod } from '../../../shared/search/case/periods.ts'
import { useDeskWords } from '../../operations/words.ts'
import { useText } from '../../store/use-store.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icons.tsx'
import { AlarmMark } from '../../ui/Marks.tsx'
import { Facts } from '../../ui/Panel.tsx'
import { readStatement } from '../sealed-words.ts'
import styles from './case.module.css'
import { dayText, useCase } from './use-case.ts'

/** Whether the search may act, how urgent it is, and its period; a search without a statement says so until it has one. */
export function CaseState({ operation }: { operation: Operation }) {
  const { t, time } = useDeskWords()
  const { statement, hasty, urgency, located } = useCase(operation.id)
  const text = useText(statement?.sealed)
  const read = text === undefined ? null : readStatement(text)
  const period = openPeriod(operation.search?.periods)
  return (
    <>
      {located && (
        <p className={styles.warning}>
          <Icon name="check" /> {t('search:located-on', { time: time(located.at) })}
        </p>
      )}
      {!statement && (
        <p className={styles.warning}>
          <AlarmMark level={2} size={14} /> {t(hasty ? 'search:hasty-on' : 'search:no-statement')}
        </p>
      )}
      <Facts
        nameWidth={98}
        facts={[
          {
            name: t('search:statement'),
            value: read && t('search:statement-line', { number: read.number, day: dayText(read.day) }),
          },
          {
            name: t('search:urgency'),
            value:
              urgency &&
              (urgency.level === 'emergency' ? (
                <Chip tone="amber">{t('search:urgency.emergency')}</Chip>
              ) : (
                t(`search:urgency.${urgency.level}`)
              )),
          },
          {
            name: t('search:period'),
            value:
              period &&
              t('search:period-line', {
                number: period.number,
                from: time(period.from),
                to: time(period.until),
              }),
          },
        ].filter(({ value }) => value)}
      />
    </>
  )
}
