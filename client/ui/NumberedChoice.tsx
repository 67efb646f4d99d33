import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { classes } from './class-names.ts'
import { Keycap } from './Keycap.tsx'
import styles from './NumberedChoice.module.css'
import { useKey } from './use-key.ts'

export interface NumberedOption<V extends string> {
  value: V
  label: ReactNode
  /** Said at the right, in the second rank. */
  note?: ReactNode
  /** It cannot be chosen, and why. */
  refused?: ReactNode
}

interface NumberedChoiceProps<V extends string> {
  label: string
  options: readonly NumberedOption<V>[]
  value: V | null
  onChange(value: NoInfer<V>): void
}

/** One of some, each with its digit; arrows move, and Enter is left to the dialog's main button. */
export function NumberedChoice<V extends string>({
  label,
  options,
  value,
  onChange,
}: NumberedChoiceProps<V>) {
  const list = useRef<HTMLDivElement>(null)
  const free = options.filter(({ refused }) => !refused)
  useKey('pick', (digit) => {
    const option = options[digit - 1]
    if (option && !option.refused) choose(option.value)
  })

  function move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (step === undefined || free.length === 0) return
    event.preventDefault()
    const from = free.findIndex((option) => option.value === value)
    const next = free[(from + step + free.length) % free.length]
    if (!next) return
    choose(next.value)
  }

  function choose(chosen: V): void {
    onChange(chosen)
    list.current?.querySelector<HTMLElement>(`[data-value="${CSS.escape(chosen)}"]`)?.focus()
  }

  const reachable = free.some((option) => option.value === value) ? value : free[0]?.value
  return (
    <div ref={list} className={styles.list} role="radiogroup" aria-label={label} onKeyDown={move}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio would take the digits as typing
        <div
          key={option.value}
          role="radio"
          data-value={option.value}
          tabIndex={option.value === reachable ? 0 : -1}
          aria-checked={option.value === value}
          aria-disabled={!!option.refused || undefined}
          className={classes(styles.option, !!option.refused && styles.refused)}
          onClick={() => option.refused || onChange(option.value)}
          onKeyDown={(event) => {
            if (event.key !== ' ' || option.refused) return
            event.preventDefault()
            onChange(option.value)
          }}
        >
          {index < 99 && <Keycap parts={[String(index + 1)]} />}
          <span>{option.label}</span>
          <span className="fill" />
          <span className="dim">{option.refused ?? option.note}</span>
        </div>
      ))}
    </div>
  )
}
