import { ringArea } from '../../../shared/geo/ring-measure.ts'
import { number } from '../../../shared/i18n/format.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { lockOf } from '../../../shared/search/segments/ground-types.ts'
import { segmentSize } from '../../../shared/search/segments/segment-size.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { Officer } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useAsk, useText } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { AlarmMark } from '../../ui/Marks.tsx'
import { Notice } from '../../ui/Panel.tsx'
import styles from '../search.module.css'
import { openForm } from '../search-desk.ts'
import type { SearchBoard } from '../use-search.ts'
import { useSegmentEffort } from './segment-effort.ts'

/** Whether anybody may go into a segment, whether it suits a team, and how it is cut. */
export function SegmentGround({ search: { operation }, place }: { search: SearchBoard; place: Place }) {
  const { t, language, time } = useDeskWords()
  const ask = useAsk(`ground:${place.id}`)
  const lock = lockOf(operation, place.id)
  const reason = useText(lock?.reason)
  const effort = useSegmentEffort()
  const width = operation.search?.sweepWidth.metres ?? 0
  const { verdict, cutIn, most } = segmentSize(ringArea(place.ring ?? []), { ...effort, width })
  const sending = ask.sending.length > 0 && t('operations:sending')
  return (
    <>
      {lock && (
        <Notice
          tone="level2"
          mark={<AlarmMark level={2} />}
          title={t('search:locked-since', { time: time(lock.at) })}
        >
          {reason} · <Officer id={lock.by} />
        </Notice>
      )}
      {verdict !== 'fits' && place.searches.length === 0 && (
        <p className={styles.hint}>
          <span className="amber">
            {verdict === 'too-big' ? t('search:size.too-big', { count: cutIn }) : t(`search:size.${verdict}`)}
          </span>{' '}
          {t('search:size-team', {
            area: number(most / 1e6, language, 2),
            people: effort.people,
            hours: number(effort.hours, language, 1),
          })}
        </p>
      )}
      {operation.closedAt === null && (
        <div className={styles.caseActions}>
          <Button
            action="segment.cut"
            onPress={() => openForm('cut')}
            refused={
              (lock && t('refusals:search.unlock-first', { letter: place.letter })) ||
              (place.searches.length > 0 && t('refusals:search.cut-swept', { letter: place.letter }))
            }
          >
            {t('search:cut')}
          </Button>
          <Button
            action="segment.lock"
            onPress={() => (lock ? void ask.give('UnlockSegment', { place: place.id }) : openForm('lock'))}
            refused={sending}
          >
            {t(lock ? 'search:unlock' : 'search:lock')}
          </Button>
        </div>
      )}
      {ask.refused && (
        <div className={styles.said}>
          <Refusal refusal={ask.refused.refusal} />
        </div>
      )}
    </>
  )
}
