import { useState } from 'react'
import {
  factorNames,
  type UrgencyAnswers,
  type UrgencyFactor,
  urgencyFactors,
  urgencyOf,
} from '../../../shared/search/case/urgency.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk, useText } from '../../store/use-store.ts'
import { Select } from '../../ui/Choices.tsx'
import { readPoints } from '../sealed-words.ts'
import styles from './case.module.css'
import type { CasePartProps } from './StatementForm.tsx'
import { useCase } from './use-case.ts'

/** How urgent: eight answers with their points, and what they come to, at once. */
export function UrgencyForm(props: CasePartProps) {
  const { urgency } = useCase(props.operation.id)
  const text = useText(urgency?.sealed)
  if (urgency && text === undefined) return null
  return <Fields {...props} old={readPoints(text ?? '')} />
}

function Fields({ operation, old, onClose }: CasePartProps & { old: Record<string, number> }) {
  const { t } = useDeskWords()
  const ask = useAsk(`urgency:${operation.id}`)
  const [points, setPoints] = useState<Partial<Record<UrgencyFactor, number>>>(old)
  const [tried, setTried] = useState(false)
  const all = factorNames.every((factor) => points[factor] !== undefined)
  const found = all ? urgencyOf(points as UrgencyAnswers) : null

  async function submit() {
    setTried(true)
    if (!all) return
    const answers = points as UrgencyAnswers
    const answer = await ask.give('ScoreUrgency', { operation: operation.id, answers })
    if (answer.ok) onClose()
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('case:section.urgency')}
      submit={t('case:urgency-save')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <div className={styles.factors} data-first="">
        {factorNames.map((factor) => (
          <Factor
            key={factor}
            factor={factor}
            points={points[factor]}
            missing={tried && points[factor] === undefined}
            onChange={(value) => setPoints({ ...points, [factor]: value })}
          />
        ))}
      </div>
      <div className={styles.score} role="status">
        {found ? (
          <>
            <b>{t(`search:urgency.${found.level}`)}</b>
            <span className="num">{t('case:urgency-score', { score: found.score })}</span>
          </>
        ) : (
          <span className="dim">{t('case:urgency-missing')}</span>
        )}
      </div>
      {found?.because.map((factor) => (
        <p key={factor} className="small">
          {t('case:urgency-because', { factor: t(`case:factor.${factor}`) })}
        </p>
      ))}
      <p className="small dim">{t('case:urgency-own')}</p>
    </SideForm>
  )
}

interface FactorProps {
  factor: UrgencyFactor
  points: number | undefined
  missing: boolean
  onChange(points: number): void
}

function Factor({ factor, points, missing, onChange }: FactorProps) {
  const { t } = useDeskWords()
  const options: readonly string[] = urgencyFactors[factor]
  return (
    <Select
      label={t(`case:factor.${factor}`)}
      options={options.map((option, value) => ({
        value: option,
        label: t(`case:factor.${factor}.${option}` as 'case:factor.age.adult'),
        note: t('case:points', { count: value }),
      }))}
      value={points === undefined ? null : (options[points] ?? null)}
      onChange={(option) => onChange(options.indexOf(option))}
      error={missing ? refusalText(t, { code: 'typed.missing' }) : undefined}
    />
  )
}
