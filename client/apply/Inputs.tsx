import { type ReactNode, useId } from 'react'
import { Icon } from '../ui/Icons.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import styles from './apply.module.css'

interface Common {
  label: string
  hint?: ReactNode
  fault?: ReactNode
}

/** What is below a field: what is wrong with it, else what helps. */
function Below({ id, hint, fault }: { id: string; hint?: ReactNode; fault?: ReactNode }) {
  return (
    <span id={id} className={fault ? styles.fault : styles.fine} role="status">
      {fault ? (
        <>
          <AlarmMark level={2} size={18} />
          <span>{fault}</span>
        </>
      ) : (
        hint
      )}
    </span>
  )
}

interface LineProps extends Common {
  value: string
  onChange(value: string): void
  type?: 'text' | 'tel'
  inputMode?: 'numeric' | 'tel'
  autoComplete?: string
  maxLength?: number
}

export function Line({ label, hint, fault, value, onChange, ...input }: LineProps) {
  const id = useId()
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={!!fault}
        aria-describedby={`${id}-says`}
        {...input}
      />
      <Below id={`${id}-says`} hint={hint} fault={fault} />
    </div>
  )
}

interface OneOfProps extends Common {
  value: string
  onChange(value: string): void
  options: readonly { value: string; label: string }[]
  placeholder: string
}

/** The phone's own list. */
export function OneOf({ label, hint, fault, value, onChange, options, placeholder }: OneOfProps) {
  const id = useId()
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={!!fault}
        aria-describedby={`${id}-says`}
      >
        <option value="" disabled>
          {placeholder}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Below id={`${id}-says`} hint={hint} fault={fault} />
    </div>
  )
}

interface TickProps {
  label: ReactNode
  fault?: ReactNode
  checked: boolean
  onChange(checked: boolean): void
}

export function Tick({ label, fault, checked, onChange }: TickProps) {
  const id = useId()
  return (
    <div>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-invalid={!!fault}
          aria-describedby={`${id}-says`}
        />
        <span>{label}</span>
      </label>
      <Below id={`${id}-says`} fault={fault} />
    </div>
  )
}

interface FileInputProps extends Common {
  /** What the button says. */
  choose: string
  name: string | null
  onChoose(file: File): void
}

export function FileInput({ label, hint, fault, choose, name, onChoose }: FileInputProps) {
  const id = useId()
  return (
    <div>
      <span className={styles.label}>{label}</span>
      <label className={styles.file}>
        <input
          type="file"
          className="unseen"
          accept="image/jpeg,image/png"
          aria-label={`${label}: ${choose}`}
          aria-describedby={`${id}-says`}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) onChoose(file)
            target.value = ''
          }}
        />
        <Icon name={name ? 'check' : 'plus'} />
        <span className="clip">{name ?? choose}</span>
      </label>
      <Below id={`${id}-says`} hint={hint} fault={fault} />
    </div>
  )
}
