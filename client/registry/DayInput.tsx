import { dayOfText } from '../../shared/law/day.ts'
import { TextInput } from '../ui/Fields.tsx'
import { useWords } from '../ui/words.ts'

interface DayInputProps {
  label: string
  hint?: string
  value: string
  onChange(value: string): void
}

/** A day as people write it; an empty field is not yet wrong. */
export function DayInput({ label, hint, value, onChange }: DayInputProps) {
  const { t } = useWords()
  const wrong = value !== '' && dayOfText(value) === null
  return (
    <TextInput
      label={label}
      {...(hint && { hint })}
      {...(wrong && { error: t('law:date-wrong') })}
      value={value}
      onChange={onChange}
      inputMode="numeric"
      maxLength={10}
    />
  )
}
