import { useState } from 'react'
import { number } from '../../../shared/i18n/format.ts'
import { key } from '../../../shared/kernel/ids.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import type { SweepWidth } from '../../../shared/search/types.ts'
import { sweepWidth, type Visibility } from '../../../shared/search-theory/sweep-width.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk } from '../../store/use-store.ts'
import { NumberInput } from '../../ui/Fields.tsx'
import { Segments } from '../../ui/Segments.tsx'
import styles from '../search.module.css'
import { WidthFacts } from './WidthFacts.tsx'

const visibilities = ['high', 'medium', 'low'] as const

/** How wide a strip one searcher really sees, measured by a test on the spot or estimated. */
export function WidthForm({ operation, onClose }: { operation: Operation; onClose(): void }) {
  const { t, language } = useDeskWords()
  const ask = useAsk(`width:${operation.id}`)
  const old = operation.search?.sweepWidth
  const [source, setSource] = useState<SweepWidth['source']>(old?.source ?? 'estimate')
  const [metres, setMetres] = useState<number | null>(old?.metres ?? 20)
  const [rd, setRd] = useState<number | null>(old?.rd ?? null)
  const [visibility, setVisibility] = useState<Visibility>(old?.visibility ?? 'medium')
  const [tried, setTried] = useState(false)
  const tested = rd === null ? null : sweepWidth(rd, visibility).metres
  const width: SweepWidth | null =
    source === 'estimate'
      ? metres === null
        ? null
        : { metres, source }
      : rd === null || tested === null
        ? null
        : { metres: Math.round(tested * 100) / 100, source, rd, visibility }
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
        options={(['rd-test', 'estimate'] as const).map((one) => ({
          value: one,
          label: t(`search:width-by.${one}`),
        }))}
        value={source}
        onChange={setSource}
      />
      <div data-first="" className={styles.widths}>
        {source === 'estimate' ? (
          <NumberInput
            label={t('search:width-metres')}
            hint={t('search:width-estimate-hint')}
            value={metres}
            min={0.5}
            max={500}
            step={1}
            onChange={setMetres}
            error={missing}
          />
        ) : (
          <>
            <NumberInput
              label={t('search:rd-metres')}
              hint={t('search:rd-hint')}
              value={rd}
              min={0.5}
              max={270}
              step={1}
              onChange={setRd}
              error={missing}
            />
            <Segments
              label={t('search:visibility')}
              options={visibilities.map((one) => ({ value: one, label: t(`terms:visibility.${one}`) }))}
              value={visibility}
              onChange={setVisibility}
            />
            {tested !== null && (
              <p className="strong num" role="status">
                {t('search:width-result', { metres: number(tested, language, 1) })}
              </p>
            )}
          </>
        )}
      </div>
      <p className="dim small">{t('search:width-hint')}</p>
    </SideForm>
  )
}
