import { type Said, said } from '../../shared/force-reports/types.ts'
import { Segments } from '../ui/Segments.tsx'
import { useWords } from '../ui/words.ts'
import styles from './force.module.css'

interface AnswersProps {
  label: string
  value: Said | null
  onChange(value: Said): void
}

/** One criterion with its three answers in a row; null has none chosen. */
export function Answers({ label, value, onChange }: AnswersProps) {
  const { t } = useWords()
  return (
    <div className={styles.answers}>
      <span>{label}</span>
      <Segments
        label={label}
        options={said.map((one) => ({ value: one, label: t(`terms:said.${one}`) }))}
        value={value ?? ('' as Said)}
        onChange={onChange}
      />
    </div>
  )
}
