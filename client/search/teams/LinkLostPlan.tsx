import type { Id } from '../../../shared/kernel/ids.ts'
import { useDeskWords } from '../../operations/words.ts'
import { useLink } from '../../store/use-store.ts'
import { AlarmMark } from '../../ui/Marks.tsx'
import { Notice } from '../../ui/Panel.tsx'
import { useSearchDesk } from '../search-desk.ts'

/** Without a link: what of the plan still works here, and of when its figures are. */
export function LinkLostPlan({ operation }: { operation: Id }) {
  const { t, time } = useDeskWords()
  const { level, lastGood } = useLink()
  const measured = useSearchDesk(({ coverage }) => (coverage?.operation === operation ? coverage.at : null))
  if (level !== 'lost') return null
  return (
    <Notice tone="level2" mark={<AlarmMark level={2} />} title={t('search:link-lost-title')}>
      {t('search:link-lost', {
        time: lastGood === 0 ? '–' : time(lastGood),
        measured: measured === null ? '–' : time(measured),
      })}
    </Notice>
  )
}
