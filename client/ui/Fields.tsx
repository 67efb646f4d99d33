import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox'
import { Field as BaseField } from '@base-ui/react/field'
import { NumberField } from '@base-ui/react/number-field'
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import styles from './Fields.module.css'
import { Icon } from './Icons.tsx'
import { AlarmMark } from './Marks.tsx'
import { useWords } from './words.ts'

export interface FieldProps {
  label: string
  hint?: ReactNode
  /** Why the value will not do; announced, with a mark. */
  error?: ReactNode
  disabled?: boolean
}

/** Label above, hint or error below; ties them to the control inside. */
export function Field({ label, hint, error, disabled, children }: FieldProps & { children: ReactNode }) {
  return (
    <BaseField.Root
      className={styles.field}
      invalid={error !== undefined && error !== null}
      disabled={disabled}
    >
      <BaseField.Label className={styles.label}>{label}</BaseField.Label>
      {children}
      {error ? (
        <BaseField.Error match className={styles.error}>
          <AlarmMark level={2} size={14} />
          {error}
        </BaseField.Error>
      ) : (
        hint !== undefined && <BaseField.Description className={styles.hint}>{hint}</BaseField.Description>
      )}
    </BaseField.Root>
  )
}

export interface TextInputProps extends FieldProps {
  value: string
  onChange(value: string): void
  placeholder?: string
  /** Several lines; the rest of the options are for one line. */
  lines?: number
  type?: 'text' | 'password' | 'tel' | 'search'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel'
  autoComplete?: string
  autoFocus?: boolean
  maxLength?: number
}

export function TextInput({ label, hint, error, disabled, value, onChange, lines, ...rest }: TextInputProps) {
  return (
    <Field label={label} hint={hint} error={error} disabled={disabled}>
      <BaseField.Control
        className={styles.input}
        value={value}
        onValueChange={onChange}
        render={lines === undefined ? undefined : <textarea rows={lines} />}
        {...rest}
      />
    </Field>
  )
}

export interface NumberInputProps extends FieldProps {
  value: number | null
  onChange(value: number | null): void
  min?: number
  max?: number
  step?: number
}

/** A number typed or stepped, with the separators of the language on screen. */
export function NumberInput({ label, hint, error, disabled, value, onChange, ...range }: NumberInputProps) {
  const { t, language } = useWords()
  return (
    <Field label={label} hint={hint} error={error} disabled={disabled}>
      <NumberField.Root value={value} onValueChange={onChange} locale={language} {...range}>
        <NumberField.Group className={styles.group}>
          <NumberField.Input className={classes(styles.input, styles.short, 'num')} />
          <NumberField.Decrement className={styles.stepper} aria-label={t('ui:less')}>
            <Icon name="minus" />
          </NumberField.Decrement>
          <NumberField.Increment className={styles.stepper} aria-label={t('ui:more')}>
            <Icon name="plus" />
          </NumberField.Increment>
        </NumberField.Group>
      </NumberField.Root>
    </Field>
  )
}

export interface CheckboxProps {
  label: ReactNode
  checked: boolean
  onChange(checked: boolean): void
  disabled?: boolean
}

export function Checkbox({ label, checked, onChange, disabled }: CheckboxProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Checkbox.Root is the control
    <label className={styles.check}>
      <BaseCheckbox.Root
        className={styles.box}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        // It takes every Enter for its form; with Ctrl it is the page's.
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && event.preventBaseUIHandler()}
      >
        <BaseCheckbox.Indicator>
          <Icon name="check" size={12} />
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <span>{label}</span>
    </label>
  )
}
