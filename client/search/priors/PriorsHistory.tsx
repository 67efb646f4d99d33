import { percent } from '../../../shared/i18n/format.ts'
import { replayed } from '../../../shared/search/priors/priors.ts'
import type { Prior } from '../../../shared/search/priors/probability.ts'
import { Officer } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { SectionHead } from '../../ui/SectionHead.tsx'
import type { SearchBoard } from '../use-search.ts'
import styles from './scenarios.module.css'

/** Every prior that was set, newest first, with what the sweeps by now make of it. */
export function PriorsHistory({ search, priors }: { search: SearchBoard; priors: readonly Prior[] }) {
  const { t, language, time } = useDeskWords()
  const { segments } = search
  if (priors.length === 0) return null
  const letters = new Map(segments.map(({ id, letter }) => [id, letter]))
  return (
    <div className={styles.history}>
      <SectionHead
        title={t('search:priors-history')}
        count={priors.length}
        note={t('search:priors-replayed')}
      />
      <ul>
        {priors.toReversed().map((prior, i) => {
          const state = replayed(prior, segments)
          const most = state.segments.toSorted((a, b) => b.poaNow - a.poaNow)[0]
          return (
            <li key={prior.id} className={styles.past}>
              <span className="num">{time(prior.at)}</span>
              <span className="clip">
                <Officer id={prior.by} />
              </span>
              <span className="dim">{i === 0 ? t('search:prior-stands') : t('search:prior-replaced')}</span>
              <span className="dim">
                {t('search:prior-facts', {
                  scenarios: prior.scenarios.map(({ source }) => t(`search:source.${source}`)).join(' + '),
                  letter: letters.get(most?.place ?? '') ?? '–',
                  most: percent(most?.poaNow ?? 0, language, 1),
                  row: percent(state.rowNow, language, 1),
                  opos: percent(state.opos, language, 1),
                })}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
