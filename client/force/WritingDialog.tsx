import { useState } from 'react'
import { missingPart, newDraft, newSubject, toggled, writtenBody } from '../../shared/force-reports/draft.ts'
import { type ForceReport, notices } from '../../shared/force-reports/types.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { now } from '../ui/clock.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkbox, TextInput } from '../ui/Fields.tsx'
import { Segments } from '../ui/Segments.tsx'
import { TimeInput } from '../ui/TimeInput.tsx'
import { earlier, minutesOf } from './day-time.ts'
import styles from './force.module.css'
import { SubjectForm } from './SubjectForm.tsx'

/** The written part as the assistant dictates it: who entered it may not judge it later. */
export function WritingDialog({ report, onClose }: { report: ForceReport; onClose(): void }) {
  const { t, offset } = useDeskWords()
  const { up } = useLink()
  const { give, sending, refused } = useAsk(`writing:${report.id}`)
  const knowsUnit = report.unit !== null
  const [first] = report.subjects
  const [draft, setDraft] = useState(() =>
    newDraft(report.happenedAt, first?.criteria ?? newSubject().criteria),
  )
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })
  const missing = missingPart(draft, knowsUnit)
  const choice = (['yes', 'no'] as const).map((value) => ({ value, label: t(`terms:said.${value}`) }))
  const answer = (value: boolean | null) => (value === null ? ('' as 'no') : value ? 'yes' : 'no')
  const why =
    (!up && t('force:no-link')) ||
    (sending.length > 0 && t('force:sending')) ||
    (missing !== null && t(`force:missing.${missing}`))

  async function save() {
    const given = await give('WriteForceReport', writtenBody(report.id, draft, knowsUnit))
    if (given.ok) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      width={680}
      title={t('force:write-by-radio')}
      actions={
        <Button kind="primary" action="confirm" onPress={() => void save()} refused={why}>
          {t('force:save-written')}
        </Button>
      }
    >
      <div className={styles.lines}>
        <p>{t('force:write-by-radio-note')}</p>
        <div className={styles.pair}>
          <TextInput
            label={t('force:place')}
            value={draft.place}
            onChange={(place) => set({ place })}
            maxLength={300}
          />
          <TimeInput
            label={t('force:happened-at')}
            value={minutesOf(draft.happenedAt, offset)}
            onChange={(minutes) => minutes !== null && set({ happenedAt: earlier(now(), minutes, offset) })}
          />
        </div>
        {!knowsUnit && (
          <TextInput
            label={t('force:unit-words')}
            hint={t('force:unit-hint')}
            value={draft.unit}
            onChange={(unit) => set({ unit })}
            maxLength={200}
          />
        )}
        {draft.subjects.map((subject, n) => (
          <SubjectForm
            // Rows are added and taken at the end only.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={n}
            n={n + 1}
            subject={subject}
            onChange={(next) =>
              set({ subjects: draft.subjects.map((other, at) => (at === n ? next : other)) })
            }
          />
        ))}
        <div className={styles.buttons}>
          <Button
            icon="plus"
            onPress={() => set({ subjects: [...draft.subjects, newSubject()] })}
            refused={draft.subjects.length >= 20 && t('force:most-subjects')}
          >
            {t('force:another-subject')}
          </Button>
          {draft.subjects.length > 1 && (
            <Button icon="cross" onPress={() => set({ subjects: draft.subjects.slice(0, -1) })}>
              {t('force:drop-subject', { n: draft.subjects.length })}
            </Button>
          )}
        </div>
        <TextInput
          label={t('force:words')}
          lines={5}
          value={draft.words}
          onChange={(words) => set({ words })}
          maxLength={2000}
        />
        <div className={styles.answers}>
          <span>{t('force:seen')}</span>
          <Segments
            label={t('force:seen')}
            options={choice}
            value={answer(draft.seen)}
            onChange={(value) => set({ seen: value === 'yes' })}
          />
        </div>
        {draft.seen && (
          <TextInput
            label={t('force:witnesses')}
            lines={2}
            value={draft.witnesses}
            onChange={(witnesses) => set({ witnesses })}
            maxLength={1000}
          />
        )}
        <div className={styles.answers}>
          <span>{t('force:police-came')}</span>
          <Segments
            label={t('force:police-came')}
            options={choice}
            value={answer(draft.police)}
            onChange={(value) => set({ police: value === 'yes' })}
          />
        </div>
        {draft.police && (
          <TimeInput
            label={t('terms:force.police-at')}
            value={draft.policeAt === null ? null : minutesOf(draft.policeAt, offset)}
            onChange={(minutes) =>
              set({ policeAt: minutes === null ? null : earlier(now(), minutes, offset) })
            }
          />
        )}
        <fieldset className={styles.checks}>
          <legend>{t('force:notified')}</legend>
          {notices.map((one) => (
            <Checkbox
              key={one}
              label={t(`force:notice.${one}`)}
              checked={draft.notified.includes(one)}
              onChange={() => set({ notified: toggled(draft.notified, one, ['nobody']) })}
            />
          ))}
        </fieldset>
        {refused && <Refusal refusal={refused.refusal} />}
      </div>
    </Dialog>
  )
}
