import { useId } from 'react'
import styles from './Segments.module.css'

export interface SegmentsProps<V extends string> {
  label: string
  options: readonly { value: V; label: string }[]
  value: V
  onChange(value: NoInfer<V>): void
}

/** One of two to four, all in sight; plain radio buttons underneath. */
export function Segments<V extends string>({ label, options, value, onChange }: SegmentsProps<V>) {
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend className="unseen">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
