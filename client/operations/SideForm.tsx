import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import { Panel, PanelTitle } from '../ui/Panel.tsx'
import { usePage } from '../ui/use-key.ts'
import { useWords } from '../ui/words.ts'
import styles from './operations.module.css'

interface SideFormProps {
  above?: ReactNode
  title: string
  /** What the main button says. */
  submit: string
  onSubmit(): void
  onClose(): void
  sending: boolean
  /** Further buttons of the last row. */
  actions?: ReactNode
  children: ReactNode
}

/**
 * A form beside the map, which stays in use for drawing. Enter in a line sends it, Ctrl Enter from anywhere; Escape
 * leaves it, and what was typed is kept by its owner.
 */
export function SideForm(props: SideFormProps) {
  const { above, title, submit, onSubmit, onClose, sending, actions, children } = props
  usePage('form')
  const { t } = useWords()
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('[data-first] :is(input, button, textarea)')?.focus()
  }, [])

  function byEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
    const target = event.target as HTMLElement
    const inLine = target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio'
    const listOpen = target.getAttribute('aria-expanded') === 'true'
    if ((!event.ctrlKey && !inLine) || listOpen) return
    event.preventDefault()
    event.stopPropagation()
    if (!sending) send()
  }

  /** What is wrong is shown in its field: there the typing goes on. */
  function send() {
    onSubmit()
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }

  return (
    <section className={styles.form} ref={root} onKeyDown={byEnter} aria-label={title}>
      <Panel
        actions={
          <>
            <Button
              kind="primary"
              action="confirm"
              onPress={send}
              refused={sending && t('operations:sending')}
            >
              {submit}
            </Button>
            {actions}
            <span className="fill" />
            <Button action="close" onPress={onClose}>
              {t('ui:close')}
            </Button>
          </>
        }
      >
        <PanelTitle above={above} title={title} />
        <div className={styles.fields}>{children}</div>
      </Panel>
    </section>
  )
}

/** Fields side by side. */
export function Line({ children }: { children: ReactNode }) {
  return <div className={styles.line}>{children}</div>
}
