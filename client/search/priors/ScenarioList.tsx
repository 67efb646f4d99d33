import { number } from '../../../shared/i18n/format.ts'
import { useDeskWords } from '../../operations/words.ts'
import { Button } from '../../ui/Button.tsx'
import { NumberInput } from '../../ui/Fields.tsx'
import type { ScenarioDraft } from './priors.ts'
import styles from './scenarios.module.css'

interface ScenarioListProps {
  drafts: readonly ScenarioDraft[]
  chosen: number
  onChoose(id: number): void
  onChange(id: number, part: Partial<ScenarioDraft>): void
  onRemove(id: number): void
  onNormalise(): void
}

/** The scenarios with their weights, and what these make up together. */
export function ScenarioList({
  drafts,
  chosen,
  onChoose,
  onChange,
  onRemove,
  onNormalise,
}: ScenarioListProps) {
  const { t, language } = useDeskWords()
  const sum = drafts.reduce((all, { weight }) => all + (weight ?? 0), 0)
  const whole = Math.abs(sum - 100) < 1e-4 && drafts.every(({ weight }) => (weight ?? 0) > 0)
  return (
    <div className={styles.list}>
      {drafts.map(({ id, name, weight }, i) => (
        <div key={id} className={styles.scenario} aria-current={id === chosen || undefined}>
          <button type="button" className={styles.choose} onClick={() => onChoose(id)}>
            <span className="num dim">{i + 1}</span>{' '}
            {name.trim() || <span className="dim">{t('search:scenario-unnamed')}</span>}
          </button>
          <NumberInput
            label={t('search:scenario-weight', { number: i + 1 })}
            value={weight}
            min={0}
            max={100}
            step={5}
            onChange={(percent) => onChange(id, { weight: percent })}
          />
          <Button
            icon="cross"
            label={t('search:scenario-remove', { number: i + 1 })}
            onPress={() => onRemove(id)}
          >
            {''}
          </Button>
        </div>
      ))}
      <div className={styles.whole}>
        <span className={whole ? 'strong num' : 'amber num'} role="status">
          {whole ? t('search:weights-whole') : t('search:weights-are', { percent: number(sum, language, 1) })}
        </span>
        {!whole && <Button onPress={onNormalise}>{t('search:normalise')}</Button>}
      </div>
    </div>
  )
}
