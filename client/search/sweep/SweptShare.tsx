import { useMemo } from 'react'
import { polylineLength } from '../../../shared/geo/distance.ts'
import { hectares, percent } from '../../../shared/i18n/format.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { lineOrder } from '../../../shared/search/sweep/line-order.ts'
import { howSearched } from '../../../shared/search/sweep/swept-by-kind.ts'
import { paintCells, sharePainted } from '../../../shared/search-theory/cells.ts'
import { bandArea } from '../../../shared/search-theory/coverage.ts'
import type { Task } from '../../../shared/tasks/types.ts'
import type { CoverageOfSegment } from '../../../shared/wire/read.ts'
import { useDeskWords } from '../../operations/words.ts'
import styles from '../search.module.css'

interface SweptShareProps {
  place: Place
  task: Task | undefined
  measured: CoverageOfSegment
}

/** How much of a segment bands lie over, which is no POD, and who of the team has no track of their own. */
export function SweptShare({ place: { ring }, task, measured }: SweptShareProps) {
  const { t, language } = useDeskWords()
  const { searchers, area } = measured
  const share = useMemo(
    () =>
      ring
        ? sharePainted(
            paintCells(
              ring,
              searchers.map(({ assistant, line }) => ({
                lines: line,
                sweepWidth: howSearched(measured, assistant).metres,
              })),
            ),
          )
        : 0,
    [ring, searchers, measured],
  )
  const bands = searchers.reduce((sum, { assistant, line }) => {
    const { metres } = howSearched(measured, assistant)
    return sum + line.reduce((all, part) => all + bandArea(metres, polylineLength(part)), 0)
  }, 0)
  const tracked = new Set(searchers.map(({ assistant }) => assistant))
  const without = task ? lineOrder(task).filter((id) => !tracked.has(id)).length : 0
  return (
    <>
      <dl className={styles.formula}>
        <dt>{t('search:swept-share')}</dt>
        <dd className="num">{percent(share, language)}</dd>
        <dd className={styles.source}>
          {t('search:swept-rests-on', {
            swept: hectares(share * area, language),
            area: hectares(area, language),
            bands: hectares(bands, language),
          })}
        </dd>
      </dl>
      {without > 0 && <p className={`${styles.hint} amber`}>{t('search:no-track', { count: without })}</p>}
    </>
  )
}
