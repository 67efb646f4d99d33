import { Field as BaseField } from '@base-ui/react/field'
import { useState } from 'react'
import { classes } from './class-names.ts'
import styles from './Fields.module.css'
import { Field, type FieldProps } from './Fields.tsx'
import { parseTimeOfDay, timeOfDay } from './time-text.ts'
import { useWords } from './words.ts'

export interface TimeInputProps extends FieldProps {
  /** Minutes of the day. */
  value: number | null
  onChange(minutes: number | null): void
}

/** A 24-hour time, typed: 2130, 21:30 or 9. The browser's own control would follow the machine's settings. */
export function TimeInput({ label, hint, error, disabled, value, onChange }: TimeInputProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const bad = typed !== null && typed.trim() !== '' && parseTimeOfDay(typed) === null
  return (
    <Field label={label} hint={hint} error={error ?? (bad ? t('ui:no-time') : undefined)} disabled={disabled}>
      <BaseField.Control
        className={classes(styles.input, styles.short, 'num')}
        inputMode="numeric"
        placeholder="21:30"
        value={typed ?? (value === null ? '' : timeOfDay(value))}
        onValueChange={(text) => {
          setTyped(text)
          const minutes = parseTimeOfDay(text)
          if (minutes !== null || text.trim() === '') onChange(minutes)
        }}
        onBlur={() => bad || setTyped(null)}
      />
    </Field>
  )
}
