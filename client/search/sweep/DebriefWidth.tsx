import { useDeskWords } from '../../operations/words.ts'
import { Select } from '../../ui/Choices.tsx'
import { NumberInput } from '../../ui/Fields.tsx'
import { Segments } from '../../ui/Segments.tsx'
import styles from '../teams/plan.module.css'
import type { DebriefDraft } from './debrief-draft.ts'

const visibilities = ['high', 'medium', 'low'] as const

interface DebriefWidthProps {
  draft: DebriefDraft
  onChange(to: Partial<DebriefDraft>): void
  missing: string | undefined
}

/** How well things could be seen: as planned, by class, or by a range that the team measured there. */
export function DebriefWidth({ draft, onChange, missing }: DebriefWidthProps) {
  const { t } = useDeskWords()
  return (
    <>
      <p className={styles.label}>{t('search:seen-how')}</p>
      <Segments
        label={t('search:seen-how')}
        options={(['planned', 'visibility', 'rd-test'] as const).map((one) => ({
          value: one,
          label: t(`search:seen-how.${one}`),
        }))}
        value={draft.width}
        onChange={(width) => onChange({ width })}
      />
      {draft.width !== 'planned' && (
        <Select
          label={t('search:visibility')}
          options={visibilities.map((one) => ({ value: one, label: t(`terms:visibility.${one}`) }))}
          value={draft.visibility}
          onChange={(visibility) => onChange({ visibility })}
        />
      )}
      {draft.width === 'rd-test' && (
        <NumberInput
          label={t('search:rd-metres')}
          value={draft.rd}
          min={0.5}
          max={270}
          onChange={(rd) => onChange({ rd })}
          error={missing}
        />
      )}
    </>
  )
}
