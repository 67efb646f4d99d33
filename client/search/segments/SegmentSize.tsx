import type { Ring } from '../../../shared/geo/lat-lng.ts'
import { ringArea } from '../../../shared/geo/ring-measure.ts'
import { distance, number } from '../../../shared/i18n/format.ts'
import { segmentSize } from '../../../shared/search/segments/segment-size.ts'
import { Line } from '../../operations/SideForm.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { NumberInput } from '../../ui/Fields.tsx'
import styles from '../search.module.css'
import { useSegmentEffort } from './segment-effort.ts'

interface SizedSegment {
  letter: string
  name?: string
  ring: Ring
  /** Said beside it. */
  note?: string
}

interface SegmentSizeProps {
  segments: readonly SizedSegment[]
  /** Metres of the search's sweep width. */
  width: number
}

/** Each segment against what one team can cover, with the numbers that this rests on, to be changed. */
export function SegmentSize({ segments, width }: SegmentSizeProps) {
  const { t, language } = useDeskWords()
  const effort = useSegmentEffort()
  const set = useSegmentEffort.setState
  const km2 = (metres: number) => `${number(metres / 1e6, language, 2)} ${t('search:km2')}`
  const { most } = segmentSize(0, { ...effort, width })
  return (
    <>
      <Line>
        <NumberInput
          label={t('search:size-people')}
          value={effort.people}
          min={1}
          max={40}
          onChange={(people) => people && set({ people })}
        />
        <NumberInput
          label={t('search:size-speed')}
          value={effort.speed}
          min={0.2}
          max={10}
          step={0.1}
          onChange={(speed) => speed && set({ speed })}
        />
        <NumberInput
          label={t('search:size-hours')}
          value={effort.hours}
          min={0.5}
          max={12}
          step={0.5}
          onChange={(hours) => hours && set({ hours })}
        />
        <NumberInput
          label={t('search:size-coverage')}
          value={effort.coverage}
          min={0.1}
          max={4}
          step={0.1}
          onChange={(coverage) => coverage && set({ coverage })}
        />
      </Line>
      <p className="dim small">
        {t('search:size-most', {
          area: km2(most),
          people: effort.people,
          speed: number(effort.speed, language, 1),
          hours: number(effort.hours, language, 1),
          width: distance(width, language),
          coverage: number(effort.coverage, language, 1),
        })}
      </p>
      <dl className={styles.formula}>
        {segments.map(({ letter, name, ring, note }) => {
          const area = ringArea(ring)
          const { verdict, cutIn } = segmentSize(area, { ...effort, width })
          return (
            <div key={letter} style={{ display: 'contents' }}>
              <dt className="clip">
                <b>{letter}</b> {name}
                {note && <span className="dim"> · {note}</span>}
              </dt>
              <dd className="num">
                <span className={verdict === 'fits' ? 'dim' : 'amber'}>
                  {verdict === 'too-big'
                    ? t('search:size.too-big', { count: cutIn })
                    : t(`search:size.${verdict}`)}
                </span>{' '}
                · {km2(area)}
              </dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}
