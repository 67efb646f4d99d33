import { number } from '../../shared/i18n/format.ts'
import { podSteps } from '../../shared/search-theory/pod-steps.ts'
import { useDesk } from '../app/desk-state.ts'
import { useDeskWords } from '../operations/words.ts'
import { RampLegend } from '../ui/Bars.tsx'
import { Segments } from '../ui/Segments.tsx'
import { SurfaceLegend } from './priors/SurfaceLegend.tsx'
import styles from './search.module.css'
import { paints, setSearchDesk, useSearchDesk } from './search-desk.ts'

const [one, two, three, four, five] = podSteps.map((from) => String(Math.round(from * 100)))
const steps = [one ?? '', two ?? '', three ?? '', four ?? '', `${five}+`] as const

/** What the colours and lines of a search mean, with the numbers of the five steps. */
export function SearchLegend() {
  const { t, language } = useDeskWords()
  const paint = useSearchDesk((desk) => desk.paint)
  const metres = useDesk(({ shapes }) =>
    (shapes['search-cells'] ?? []).reduce(
      (most, shape) => (shape.kind === 'cells' ? Math.max(most, shape.cells.metres) : most),
      0,
    ),
  )
  return (
    <div className={`map-legend ${styles.legend}`}>
      <Segments
        label={t('search:paint')}
        options={paints.map((one) => ({ value: one, label: t(`search:paint.${one}`) }))}
        value={paint}
        onChange={(paint) => setSearchDesk({ paint })}
      />
      {paint === 'pod' && (
        <>
          <div>{t('search:legend.pod', { metres: number(metres || 10, language) })}</div>
          <RampLegend steps={steps} />
        </>
      )}
      {paint === 'swept' && (
        <div className={styles.swept}>
          <i style={{ background: 'var(--r2c)' }} />
          {t('search:legend.swept')}
        </div>
      )}
      <SurfaceLegend />
      <ul>
        <Line label={t('search:legend.hole')}>
          <path d="M-11 7L-5 -7M-5 7L1 -7M1 7L7 -7M7 7L11 -3" stroke="var(--a2)" />
          <rect x="-12" y="-7" width="24" height="14" stroke="var(--a2)" strokeWidth="1.6" />
        </Line>
        <Line label={t('search:legend.ring')}>
          <path
            d="M-12 0H12"
            stroke="var(--fg0)"
            strokeWidth="1.4"
            strokeDasharray="1 4"
            strokeLinecap="round"
          />
        </Line>
        <Line label={t('search:legend.bar')}>
          <path d="M-12 0H12" stroke="var(--gauge)" strokeWidth="4" />
          <path d="M-12 0H2" stroke="var(--fg1)" strokeWidth="4" />
        </Line>
      </ul>
    </div>
  )
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <li>
      <svg width="26" height="18" viewBox="-13 -9 26 18" aria-hidden="true">
        {children}
      </svg>
      {label}
    </li>
  )
}
