import { useMemo } from 'react'
import { distance, duration } from '../../../shared/i18n/format.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { lineOrder } from '../../../shared/search/sweep/line-order.ts'
import { kindNumbers } from '../../../shared/search/teams/team-kinds.ts'
import { cornerOf, planLanes, secondsOf } from '../../../shared/search-theory/lanes.ts'
import { useShapes } from '../../app/desk-state.ts'
import type { Shape } from '../../map/shapes.ts'
import { useDeskWords } from '../../operations/words.ts'
import { Button } from '../../ui/Button.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import styles from '../search.module.css'
import { openForm, useSearchDesk } from '../search-desk.ts'
import type { SearchBoard } from '../use-search.ts'
import { lineShapes } from './line-shapes.ts'

/** The line that is ordered through a segment, and its lanes on the map. */
export function LineFacts({ search: { operation, tasks }, place }: { search: SearchBoard; place: Place }) {
  const { t, language } = useDeskWords()
  const task = tasks.get(place.id)
  const people = (task && lineOrder(task).length) || Math.max(1, place.slots.length)
  const layer = useSearchDesk((desk) => desk.layer)
  const { line, ring } = place
  const plan = useMemo(() => (line && ring ? planLanes(ring, line, people) : null), [line, ring, people])
  useShapes(
    'search-line',
    useMemo((): Shape[] => (plan && layer !== 'none' ? lineShapes(plan) : []), [plan, layer]),
  )
  return (
    <>
      <SectionHead title={t('search:line')} />
      <div className={styles.said}>
        {plan && line ? (
          <p>
            {t('search:line-on', { bearing: line.bearing, corner: t(`search:corner.${cornerOf(line)}`) })}
            <br />
            {t('search:line-plan', {
              people: t('terms:people', { count: people }),
              passes: plan.passes,
              spacing: distance(plan.spacing, language),
              length: distance(plan.length, language),
              time: duration(
                secondsOf(plan, kindNumbers('foot', operation.search?.kinds).speed / 3.6) * 1000,
                language,
              ),
            })}
          </p>
        ) : (
          <p className="dim">{t('search:line-none')}</p>
        )}
        {operation.closedAt === null && (
          <Button
            action="sweep-line.change"
            onPress={() => openForm('line')}
            refused={!ring && t('refusals:search.line-without-area')}
          >
            {t('search:line-set')}
          </Button>
        )}
      </div>
    </>
  )
}
