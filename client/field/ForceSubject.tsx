import { type SubjectDraft, toggled } from '../../shared/force-reports/draft.ts'
import { protectedBy } from '../../shared/force-reports/evaluate.ts'
import {
  categories,
  type Injuries,
  injuries,
  type Said,
  said,
  terms,
} from '../../shared/force-reports/types.ts'
import { Checkbox } from '../ui/Fields.tsx'
import { Segments } from '../ui/Segments.tsx'
import styles from './field.module.css'
import { usePhoneWords } from './use-phone.ts'

interface ForceSubjectProps {
  /** Null for the only one. */
  n: number | null
  subject: SubjectDraft
  onChange(subject: SubjectDraft): void
}

/** One person whom force was used against: who they are to the law, each criterion, and what became of them. */
export function ForceSubject({ n, subject, onChange }: ForceSubjectProps) {
  const { t } = usePhoneWords()
  const answers = said.map((value) => ({ value, label: t(`terms:said.${value}`) }))
  const set = (change: Partial<SubjectDraft>) => onChange({ ...subject, ...change })
  return (
    <fieldset className={styles.subject}>
      {n !== null && <legend className={styles.legend}>{t('force:subject', { n })}</legend>}
      <div className={styles.checks}>
        <p>{t('force:categories')}</p>
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
        <div key={term}>
          <p>{t(`terms:force.${term}`)}</p>
          <Segments
            label={t(`terms:force.${term}`)}
            options={answers}
            value={subject.criteria[term]}
            onChange={(value) => set({ criteria: { ...subject.criteria, [term]: value } })}
          />
        </div>
      ))}
      <div>
        <p>{t('terms:force.injuries')}</p>
        <Segments
          label={t('terms:force.injuries')}
          options={injuries.map((value) => ({ value, label: t(`terms:injuries.${value}`) }))}
          value={subject.injuries ?? ('' as Injuries)}
          onChange={(value) => set({ injuries: value })}
        />
      </div>
      <div>
        <p>{t('terms:force.first-aid')}</p>
        <Segments
          label={t('terms:force.first-aid')}
          options={answers}
          value={subject.firstAid ?? ('' as Said)}
          onChange={(value) => set({ firstAid: value })}
        />
      </div>
    </fieldset>
  )
}
