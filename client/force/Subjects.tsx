import { type ForceReport, type Subject, terms } from '../../shared/force-reports/types.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { Facts, Notice } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../ui/words.ts'
import styles from './force.module.css'

/** Each person by themselves: what was answered, and what the criteria say of it. */
export function Subjects({ report: { subjects } }: { report: ForceReport }) {
  const { t } = useWords()
  return subjects.map((subject, n) => (
    // Rows never change their order.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <div key={n}>
      <SectionHead
        title={subjects.length > 1 ? t('force:subject', { n: n + 1 }) : t('force:criteria')}
        note={subject.categories.map((one) => t(`force:category.${one}`)).join(', ')}
      />
      <Advice subject={subject} />
      <div className={styles.facts}>
        <Facts
          nameWidth={260}
          facts={[
            ...terms.map((term) => ({
              name: t(`terms:force.${term}`),
              value: t(`terms:said.${subject.criteria[term]}`),
            })),
            ...(subject.injuries
              ? [{ name: t('terms:force.injuries'), value: t(`terms:injuries.${subject.injuries}`) }]
              : []),
            ...(subject.firstAid
              ? [{ name: t('terms:force.first-aid'), value: t(`terms:said.${subject.firstAid}`) }]
              : []),
          ]}
        />
      </div>
    </div>
  ))
}

function Advice({ subject: { evaluation } }: { subject: Subject }) {
  const { t } = useWords()
  const good = evaluation.result === 'COMPLIANT'
  return (
    <Notice
      tone={good ? undefined : 'level2'}
      mark={good ? undefined : <AlarmMark level={2} size={18} />}
      title={t(`terms:force-result.${evaluation.result}`)}
    >
      {evaluation.flags.map((flag) => (
        <p key={flag}>{t(`terms:force-flag.${flag}`)}</p>
      ))}
      <p className="dim">{t('force:advice')}</p>
    </Notice>
  )
}
