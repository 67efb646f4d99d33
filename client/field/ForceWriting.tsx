import { type ReactNode, useState } from 'react'
import { missingPart, newDraft, newSubject, toggled, writtenBody } from '../../shared/force-reports/draft.ts'
import { notices } from '../../shared/force-reports/types.ts'
import { Checkbox, TextInput } from '../ui/Fields.tsx'
import { BigButton, Headline, Pad } from '../ui/Phone.tsx'
import { Segments } from '../ui/Segments.tsx'
import { TimeInput } from '../ui/TimeInput.tsx'
import { ForceSubject } from './ForceSubject.tsx'
import styles from './field.module.css'
import { instantAfter, minutesOf, type OwnReport } from './force.ts'
import { usePhone, usePhoneWords } from './use-phone.ts'

const yesNo = ['yes', 'no'] as const

/** The written part: a row for each person, what was done, who saw it, when police came and who was told. */
export function ForceWriting({ report, onClose }: { report: OwnReport; onClose(): void }) {
  const { t, time, offset } = usePhoneWords()
  const { give } = usePhone()
  const [draft, setDraft] = useState(() => newDraft(report.happenedAt, report.criteria))
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })
  const missing = missingPart(draft, report.knowsUnit)
  const choice = yesNo.map((value) => ({ value, label: t(`terms:said.${value}`) }))

  function send(): void {
    void give('WriteForceReport', writtenBody(report.id, draft, report.knowsUnit))
    onClose()
  }

  return (
    <section aria-label={t('phone:force.write')}>
      <Headline note={t('phone:force.write-note')}>
        {t('phone:force.write-title', { time: time(report.happenedAt) })}
      </Headline>
      <Pad>
        <div className={styles.stack}>
          <TimeInput
            label={t('force:happened-at')}
            value={minutesOf(draft.happenedAt, offset)}
            onChange={(minutes) =>
              minutes !== null && set({ happenedAt: instantAfter(report.happenedAt, minutes, offset, 720) })
            }
          />
          <TextInput
            label={t('force:place')}
            value={draft.place}
            onChange={(place) => set({ place })}
            maxLength={300}
          />
          {!report.knowsUnit && (
            <TextInput
              label={t('force:unit-words')}
              hint={t('force:unit-hint')}
              value={draft.unit}
              onChange={(unit) => set({ unit })}
              maxLength={200}
            />
          )}
          {draft.subjects.map((subject, n) => (
            <ForceSubject
              // Rows are added and taken at the end only.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={n}
              n={draft.subjects.length > 1 ? n + 1 : null}
              subject={subject}
              onChange={(next) =>
                set({ subjects: draft.subjects.map((other, at) => (at === n ? next : other)) })
              }
            />
          ))}
          <BigButton
            low
            icon="plus"
            onPress={() => set({ subjects: [...draft.subjects, newSubject()] })}
            refused={draft.subjects.length >= 20 && t('force:most-subjects')}
          >
            {t('force:another-subject')}
          </BigButton>
          {draft.subjects.length > 1 && (
            <BigButton low icon="cross" onPress={() => set({ subjects: draft.subjects.slice(0, -1) })}>
              {t('force:drop-subject', { n: draft.subjects.length })}
            </BigButton>
          )}
          <TextInput
            label={t('force:words')}
            lines={6}
            value={draft.words}
            onChange={(words) => set({ words })}
            maxLength={2000}
          />
          <Asked label={t('force:seen')}>
            <Segments
              label={t('force:seen')}
              options={choice}
              value={answerOf(draft.seen)}
              onChange={(value) => set({ seen: value === 'yes' })}
            />
          </Asked>
          {draft.seen && (
            <TextInput
              label={t('force:witnesses')}
              lines={2}
              value={draft.witnesses}
              onChange={(witnesses) => set({ witnesses })}
              maxLength={1000}
            />
          )}
          <Asked label={t('force:police-came')}>
            <Segments
              label={t('force:police-came')}
              options={choice}
              value={answerOf(draft.police)}
              onChange={(value) => set({ police: value === 'yes' })}
            />
          </Asked>
          {draft.police && (
            <TimeInput
              label={t('terms:force.police-at')}
              value={draft.policeAt === null ? null : minutesOf(draft.policeAt, offset)}
              onChange={(minutes) =>
                set({
                  policeAt: minutes === null ? null : instantAfter(draft.happenedAt, minutes, offset),
                })
              }
            />
          )}
          <Asked label={t('force:notified')}>
            {notices.map((one) => (
              <Checkbox
                key={one}
                label={t(`force:notice.${one}`)}
                checked={draft.notified.includes(one)}
                onChange={() => set({ notified: toggled(draft.notified, one, ['nobody']) })}
              />
            ))}
          </Asked>
          <BigButton
            kind="primary"
            icon="check"
            onPress={send}
            refused={missing !== null && t(`force:missing.${missing}`)}
          >
            {t('phone:force.send')}
          </BigButton>
          <BigButton low icon="arrow-back" onPress={onClose}>
            {t('phone:force.later')}
          </BigButton>
        </div>
      </Pad>
    </section>
  )
}

/** Nothing is chosen before it is answered. */
const answerOf = (said: boolean | null) => (said === null ? ('' as 'no') : said ? 'yes' : 'no')

function Asked({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.checks}>
      <p>{label}</p>
      {children}
    </div>
  )
}
