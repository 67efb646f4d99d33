import { useState } from 'react'
import type { Period } from '../../../shared/search/case/case-types.ts'
import { openPeriod } from '../../../shared/search/case/periods.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk, useText } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { now } from '../../ui/clock.ts'
import { TextInput } from '../../ui/Fields.tsx'
import { TimeInput } from '../../ui/TimeInput.tsx'
import styles from './case.module.css'
import type { CasePartProps } from './StatementForm.tsx'
import { minutesNow, nextInstant } from './use-case.ts'

const usualHours = 6

/** The next operational period: what it is for and until when; opening it ends the one that runs. */
export function PeriodForm({ operation, onClose }: CasePartProps) {
  const { t, offset } = useDeskWords()
  const { id, search } = operation
  const ask = useAsk(`period:${id}`)
  const periods = search?.periods ?? []
  const running = openPeriod(periods)
  const [objectives, setObjectives] = useState('')
  const [until, setUntil] = useState<number | null>(
    () => (minutesNow(now(), offset) + usualHours * 60) % 1440,
  )
  const [tried, setTried] = useState(false)

  async function submit() {
    setTried(true)
    if (objectives.trim() === '' || until === null) return
    const answer = await ask.give('OpenPeriod', {
      ...{ operation: id, objectives },
      until: nextInstant(until, now(), offset),
    })
    if (answer.ok) onClose()
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('case:section.period')}
      submit={t(running ? 'case:period-next' : 'case:period-open')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
      actions={
        running && (
          <Button onPress={() => void ask.give('ClosePeriod', { operation: id })}>
            {t('case:period-close')}
          </Button>
        )
      }
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <div data-first="">
        <TextInput
          label={t('case:period-objectives')}
          value={objectives}
          lines={3}
          maxLength={1500}
          onChange={setObjectives}
          error={tried && objectives.trim() === '' ? refusalText(t, { code: 'typed.missing' }) : undefined}
        />
      </div>
      <TimeInput label={t('case:period-until')} value={until} onChange={setUntil} />
      {running && <p className="small dim">{t('case:period-ends')}</p>}
      {periods.length > 0 && (
        <div className={styles.earlier}>
          <p className="strong">{t('case:period-all')}</p>
          {[...periods].reverse().map((period) => (
            <Earlier key={period.id} period={period} />
          ))}
        </div>
      )}
    </SideForm>
  )
}

function Earlier({ period: { number, from, to, until, objectives } }: { period: Period }) {
  const { t, time } = useDeskWords()
  const text = useText(objectives)
  return (
    <div>
      <p className="small">
        <b className="num">{t('search:period-line', { number, from: time(from), to: time(to ?? until) })}</b>
      </p>
      <p>{text}</p>
    </div>
  )
}
