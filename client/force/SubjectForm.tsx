import { type SubjectDraft, toggled } from '../../shared/force-reports/draft.ts'
import { protectedBy } from '../../shared/force-reports/evaluate.ts'
import { categories, type Injuries, injuries, terms } from '../../shared/force-reports/types.ts'
import { Checkbox } from '../ui/Fields.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useWords } from '../ui/words.ts'
import { Answers } from './Answers.tsx'
import styles from './force.module.css'

interface SubjectFormProps {
  n: number
  subject: SubjectDraft
  onChange(subject: SubjectDraft): void
}

/** One person whom force was used against: who they are to the law, the criteria, and what became of them. */
export function SubjectForm({ n, subject, onChange }: SubjectFormProps) {
  const { t } = useWords()
  const set = (change: Partial<SubjectDraft>) => onChange({ ...subject, ...change })
  return (
    <fieldset className={styles.subject}>
      <legend>{t('force:subject', { n })}</legend>
      <div className={styles.checks}>
        {categories.map((one) => (
          <Checkbox
            key={one}
            label={t(`force:category.${one}`)}
            checked={subject.categories.includes(one)}
            onChange={() => {
              const chosen = toggled(subject.categories, one, ['none', 'unknown'])
              const criteria = { ...subject.criteria, protected: protectedBy(chosen) ?? 'unknown' }
              set({ categories: chosen, criteria })
            }}
          />
        ))}
      </div>
      {terms.slice(1).map((term) => (
        <Answers
          key={term}
          label={t(`terms:force.${term}`)}
          value={subject.criteria[term]}
          onChange={(value) => set({ criteria: { ...subject.criteria, [term]: value } })}
        />
      ))}
      <div className={styles.answers}>
        <span>{t('terms:force.injuries')}</span>
        <Segments
          label={t('terms:force.injuries')}
          options={injuries.map((value) => ({ value, label: t(`terms:injuries.${value}`) }))}
          value={subject.injuries ?? ('' as Injuries)}
          onChange={(value) => set({ injuries: value })}
        />
      </div>
      <Answers
        label={t('terms:force.first-aid')}
        value={subject.firstAid}
        onChange={(firstAid) => set({ firstAid })}
      />
    </fieldset>
  )
}
