import { useState } from 'react'
import { type Said, said } from '../../shared/force-reports/types.ts'
import { newId } from '../store/new-id.ts'
import { now } from '../ui/clock.ts'
import { BigButton, Headline, Pad } from '../ui/Phone.tsx'
import styles from './field.module.css'
import { criteriaOf, type Question, questions } from './force.ts'
import { usePhone, usePhoneWords } from './use-phone.ts'

/** One question at a time, one tap each; the fifth tap sends, with or without a link. */
export function ForceGuide({ onClose }: { onClose(): void }) {
  const { t } = usePhoneWords()
  const { give } = usePhone()
  const [happenedAt] = useState(() => Math.round(now()))
  const [answers, setAnswers] = useState<Partial<Record<Question, Said>>>({})
  const [step, setStep] = useState(0)
  const question = questions[step] ?? 'protected'

  function answer(value: Said): void {
    const next = { ...answers, [question]: value }
    setAnswers(next)
    if (step + 1 < questions.length) {
      setStep(step + 1)
      return
    }
    const criteria = criteriaOf(next as Record<Question, Said>)
    void give('ReportForce', { report: newId(), happenedAt, criteria })
    onClose()
  }

  return (
    <section aria-label={t('phone:force.title')}>
      <Headline note={t(`phone:force.note.${question}`)}>{t(`phone:force.ask.${question}`)}</Headline>
      <Pad>
        <div className={styles.stack}>
          <p className="dim num">{t('phone:force.step', { step: step + 1, of: questions.length })}</p>
          {said.map((value) => (
            <BigButton key={value} onPress={() => answer(value)}>
              {t(`terms:said.${value}`)}
            </BigButton>
          ))}
          <BigButton
            low
            icon={step === 0 ? 'cross' : 'arrow-back'}
            onPress={() => (step === 0 ? onClose() : setStep(step - 1))}
          >
            {t(step === 0 ? 'phone:force.cancel' : 'phone:force.back')}
          </BigButton>
        </div>
      </Pad>
    </section>
  )
}
