import { Combobox as BaseCombobox } from '@base-ui/react/combobox'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Select as BaseSelect } from '@base-ui/react/select'
import { classes } from './class-names.ts'
import fieldStyles from './Fields.module.css'
import { Field, type FieldProps } from './Fields.tsx'
import { Icon } from './Icons.tsx'
import styles from './Popup.module.css'
import { useWords } from './words.ts'

export interface Option<V extends string> {
  value: V
  label: string
  /** Said at the right, in the second rank. */
  note?: string
}

export interface SelectProps<V extends string> extends FieldProps {
  options: readonly Option<V>[]
  value: V | null
  // A state setter takes a function too, which would widen V.
  onChange(value: NoInfer<V>): void
  placeholder?: string
}

/** One of a few. */
export function Select<V extends string>({
  label,
  hint,
  error,
  disabled,
  options,
  value,
  onChange,
  placeholder,
}: SelectProps<V>) {
  return (
    <Field label={label} hint={hint} error={error} disabled={disabled}>
      {/* The page's content policy allows no style elements; ours say everything. */}
      <CSPProvider disableStyleElements>
        <BaseSelect.Root
          items={options}
          value={value}
          onValueChange={(next) => next !== null && onChange(next)}
        >
          <BaseSelect.Trigger className={styles.trigger}>
            <BaseSelect.Value className={styles.value} placeholder={placeholder} />
            <Icon name="chevron-down" size={12} />
          </BaseSelect.Trigger>
          <BaseSelect.Portal>
            <BaseSelect.Positioner className={styles.positioner} sideOffset={4} alignItemWithTrigger={false}>
              <BaseSelect.Popup className={styles.popup} data-own-keys="">
                {options.map((option) => (
                  <BaseSelect.Item key={option.value} value={option.value} className={styles.item}>
                    {option.value === value ? <Icon name="check" /> : <span />}
                    <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
                    {option.note !== undefined && <span className="dim">{option.note}</span>}
                  </BaseSelect.Item>
                ))}
              </BaseSelect.Popup>
            </BaseSelect.Positioner>
          </BaseSelect.Portal>
        </BaseSelect.Root>
      </CSPProvider>
    </Field>
  )
}

export interface ComboboxProps<V extends string> extends Omit<SelectProps<V>, 'onChange'> {
  onChange(value: V | null): void
  /** For lists that come from elsewhere: called as somebody types; filtering here is then off. */
  onType?(text: string): void
}

/** One of many, found by typing. */
export function Combobox<V extends string>(props: ComboboxProps<V>) {
  const { label, hint, error, disabled, options, value, onChange, placeholder, onType } = props
  const { t } = useWords()
  return (
    <Field label={label} hint={hint} error={error} disabled={disabled}>
      <BaseCombobox.Root
        items={options}
        value={options.find((option) => option.value === value) ?? null}
        onValueChange={(next) => onChange(next?.value ?? null)}
        {...(onType && { filter: null, onInputValueChange: onType })}
        autoHighlight
      >
        <BaseCombobox.Input className={classes(fieldStyles.input)} placeholder={placeholder} />
        <BaseCombobox.Portal>
          <BaseCombobox.Positioner className={styles.positioner} sideOffset={4}>
            <BaseCombobox.Popup className={styles.popup} data-own-keys="">
              <BaseCombobox.Empty>
                <div className={styles.empty}>{t('ui:nothing-found')}</div>
              </BaseCombobox.Empty>
              <BaseCombobox.List>
                {(option: Option<V>) => (
                  <BaseCombobox.Item key={option.value} value={option} className={styles.item}>
                    {option.value === value ? <Icon name="check" /> : <span />}
                    <span>{option.label}</span>
                    {option.note !== undefined && <span className="dim">{option.note}</span>}
                  </BaseCombobox.Item>
                )}
              </BaseCombobox.List>
            </BaseCombobox.Popup>
          </BaseCombobox.Positioner>
        </BaseCombobox.Portal>
      </BaseCombobox.Root>
    </Field>
  )
}
