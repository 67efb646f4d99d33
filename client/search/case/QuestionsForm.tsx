import { useState } from 'react'
import type { Answers } from '../../../shared/search/case/case-types.ts'
import {
  type Question,
  questionnaire,
  type Section,
  sectionNames,
} from '../../../shared/search/case/questionnaire.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { Officer } from '../../operations/Who.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk, useText } from '../../store/use-store.ts'
import { Select } from '../../ui/Choices.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import { Facts } from '../../ui/Panel.tsx'
import { readAnswers } from '../sealed-words.ts'
import styles from './case.module.css'
import type { CasePartProps } from './StatementForm.tsx'
import { useCase } from './use-case.ts'

/** What those who know the missing person say, part by part; nothing that was said before is lost. */
export function QuestionsForm({ operation, onClose }: CasePartProps) {
  const { t } = useDeskWords()
  const { id } = operation
  const file = useCase(id)
  const ask = useAsk(`questions:${id}`)
  const [section, setSection] = useState<Section>('informant')
  const [who, setWho] = useState('')
  const [typed, setTyped] = useState<Partial<Record<Question, string>>>({})
  const [tried, setTried] = useState(false)
  const earlier = file.answers.filter((one) => one.section === section)
  const questions: readonly Question[] = questionnaire[section]
  const answers = Object.fromEntries(
    questions.flatMap((question) => {
      const answer = typed[question]?.trim()
      return answer ? [[question, answer]] : []
    }),
  )

  async function submit() {
    setTried(true)
    if (who.trim() === '') return
    const answer = await ask.give('AnswerQuestions', { operation: id, section, who, answers })
    if (!answer.ok) return
    setTyped({})
    setTried(false)
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('case:section.questions')}
      submit={t('case:questions-save')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <div data-first="">
        <Select
          label={t('case:questions-section')}
          options={sectionNames.map((one) => {
            const times = file.answers.filter((given) => given.section === one).length
            return {
              value: one,
              label: t(`case:questions.${one}`),
              ...(times > 0 && { note: String(times) }),
            }
          })}
          value={section}
          onChange={setSection}
        />
      </div>
      <TextInput
        label={t('case:questions-who')}
        value={who}
        maxLength={80}
        onChange={setWho}
        error={tried && who.trim() === '' ? refusalText(t, { code: 'typed.missing' }) : undefined}
      />
      {questions.map((question) => (
        <TextInput
          key={question}
          label={t(`case:question.${question}`)}
          value={typed[question] ?? ''}
          maxLength={500}
          onChange={(answer) => setTyped({ ...typed, [question]: answer })}
        />
      ))}
      <p className="small dim">{t('case:questions-hint')}</p>
      {earlier.length > 0 && (
        <div className={styles.earlier}>
          <p className="strong">{t('case:questions-earlier')}</p>
          {[...earlier].reverse().map((given) => (
            <Given key={given.sealed.text} given={given} />
          ))}
        </div>
      )}
    </SideForm>
  )
}

function Given({ given: { sealed, by, at } }: { given: Answers }) {
  const { t, time } = useDeskWords()
  const text = useText(sealed)
  if (text === undefined) return null
  const { who, answers } = readAnswers(text)
  return (
    <div>
      <p className="small dim">
        {who} · <Officer id={by} />, <span className="num">{time(at)}</span>
      </p>
      <Facts
        nameWidth={150}
        facts={Object.entries(answers).map(([question, answer]) => ({
          name: t(`case:question.${question as Question}`),
          value: answer,
        }))}
      />
    </div>
  )
}
