import { useState } from 'react'
import { number } from '../../../shared/i18n/format.ts'
import { key } from '../../../shared/kernel/ids.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import { overallWidth } from '../../../shared/search-theory/sweep-width.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk } from '../../store/use-store.ts'
import { NumberInput } from '../../ui/Fields.tsx'
import { Segments } from '../../ui/Segments.tsx'
import styles from '../search.module.css'
import planStyles from '../teams/plan.module.css'
import { LateralTest } from './LateralTest.tsx'
import { WidthFacts } from './WidthFacts.tsx'
import { type WidthDraft, widthDraft, widthOf } from './width-draft.ts'

const sources = ['rd-test', 'lateral-range', 'estimate'] as const
const visibilities = ['high', 'medium', 'low'] as const

/** How wide a strip one searcher really sees, measured by one of two tests on the spot, or estimated. */
export function WidthForm({ operation, onClose }: { operation: Operation; onClose(): void }) {
  const { t, language } = useDeskWords()
  const ask = useAsk(`width:${operation.id}`)
  const old = operation.search?.sweepWidth
  const [draft, setDraft] = useState<WidthDraft>(() => widthDraft(old))
  const [tried, setTried] = useState(false)
  const change = (to: Partial<WidthDraft>) => setDraft((before) => ({ ...before, ...to }))
  const { source, metres, rd, visibility, rows } = draft
  const width = widthOf(draft)
  const missing = tried && !width ? refusalText(t, { code: 'typed.missing' }) : undefined

  async function submit() {
    setTried(true)
    if (!width) return
    const answer = await ask.give(
      'SetSweepWidth',
      { operation: operation.id, sweepWidth: width },
      { seen: [key('operation', operation.id)] },
    )
    if (answer.ok) onClose()
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:width')}
      submit={t('operations:save')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <div className={styles.now}>
        <WidthFacts width={old} />
      </div>
      <Segments
        label={t('search:width-source')}
        options={sources.map((one) => ({ value: one, label: t(`search:width-by.${one}`) }))}
        value={source}
        onChange={(source) => change({ source })}
      />
      <div data-first="" className={styles.widths}>
        {source === 'estimate' && (
          <NumberInput
            label={t('search:width-metres')}
            hint={t('search:width-estimate-hint')}
            value={metres}
            min={0.5}
            max={500}
            step={1}
            onChange={(metres) => change({ metres })}
            error={missing}
          />
        )}
        {source === 'rd-test' && (
          <NumberInput
            label={t('search:rd-metres')}
            hint={t('search:rd-hint')}
            value={rd}
            min={0.5}
            max={270}
            step={1}
            onChange={(rd) => change({ rd })}
            error={missing}
          />
        )}
        {source === 'lateral-range' && (
          <LateralTest
            rows={rows}
            onChange={(rows) => change({ rows })}
            holds={old?.source === 'lateral-range' ? undefined : old?.metres}
            tried={tried}
          />
        )}
        {source !== 'estimate' && (
          <>
            <p className={planStyles.label}>{t('search:visibility')}</p>
            <Segments
              label={t('search:visibility')}
              options={visibilities.map((one) => ({ value: one, label: t(`terms:visibility.${one}`) }))}
              value={visibility}
              onChange={(visibility) => change({ visibility })}
            />
          </>
        )}
        {source === 'rd-test' && rd !== null && width && (
          <div role="status">
            <p className="strong num">
              {t('search:width-result', { metres: number(width.metres, language, 1) })}
            </p>
            <p className="small dim">
              {t('search:width-overall', { metres: number(overallWidth(rd), language, 1) })}
            </p>
          </div>
        )}
      </div>
      <p className="dim small">{t('search:width-hint')}</p>
    </SideForm>
  )
}
