import { useState } from 'react'
import { type Injuries, injuries, type Said, said, terms } from '../../shared/force-reports/types.ts'
import { TextInput } from '../ui/Fields.tsx'
import { BigButton, Headline, Pad } from '../ui/Phone.tsx'
import { Segments } from '../ui/Segments.tsx'
import { TimeInput } from '../ui/TimeInput.tsx'
import styles from './field.module.css'
import { instantAfter, type OwnReport } from './force.ts'
import { usePhone, usePhoneWords } from './use-phone.ts'

/** The written part: each criterion by itself, what was done, to whom, and who saw it. */
export function ForceWriting({ report, onClose }: { report: OwnReport; onClose(): void }) {
  const { t, time, offset } = usePhoneWords()
  const { give } = usePhone()
  const [criteria, setCriteria] = useState(report.criteria)
  const [texts, setTexts] = useState({ place: '', words: '', witnesses: '' })
  const [injured, setInjured] = useState<Injuries>('none')
  const [firstAid, setFirstAid] = useState<Said>('unknown')
  const [police, setPolice] = useState<number | null>(null)
  const answers = said.map((value) => ({ value, label: t(`terms:said.${value}`) }))
  const missing = texts.place.trim() === '' || texts.words.trim() === ''

  function send(): void {
    void give('WriteForceReport', {
      ...{ report: report.id, criteria, injuries: injured, firstAid },
      ...{ place: texts.place, words: texts.words, witnesses: texts.witnesses.trim() || null },
      policeAt: police === null ? null : instantAfter(report.happenedAt, police, offset),
    })
    onClose()
  }

  return (
    <section aria-label={t('phone:force.write')}>
      <Headline note={t('phone:force.write-note')}>
        {t('phone:force.write-title', { time: time(report.happenedAt) })}
      </Headline>
      <Pad>
        <div className={styles.stack}>
          {terms.map((term) => (
            <div key={term}>
              <p>{t(`terms:force.${term}`)}</p>
              <Segments
                label={t(`terms:force.${term}`)}
                options={answers}
                value={criteria[term]}
                onChange={(value) => setCriteria({ ...criteria, [term]: value })}
              />
            </div>
          ))}
          <TextInput
            label={t('phone:force.place')}
            value={texts.place}
            onChange={(place) => setTexts({ ...texts, place })}
            maxLength={300}
          />
          <TextInput
            label={t('phone:force.words')}
            lines={6}
            value={texts.words}
            onChange={(words) => setTexts({ ...texts, words })}
            maxLength={2000}
          />
          <TextInput
            label={t('phone:force.witnesses')}
            lines={2}
            value={texts.witnesses}
            onChange={(witnesses) => setTexts({ ...texts, witnesses })}
            maxLength={1000}
          />
          <div>
            <p>{t('terms:force.injuries')}</p>
            <Segments
              label={t('terms:force.injuries')}
              options={injuries.map((value) => ({ value, label: t(`terms:injuries.${value}`) }))}
              value={injured}
              onChange={setInjured}
            />
          </div>
          <div>
            <p>{t('terms:force.first-aid')}</p>
            <Segments
              label={t('terms:force.first-aid')}
              options={answers}
              value={firstAid}
              onChange={setFirstAid}
            />
          </div>
          <TimeInput
            label={t('terms:force.police-at')}
            hint={t('phone:force.police-hint')}
            value={police}
            onChange={setPolice}
          />
          <BigButton kind="primary" icon="check" onPress={send} refused={missing && t('phone:force.missing')}>
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
