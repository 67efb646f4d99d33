import { Command } from 'cmdk'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { languages } from '../../shared/i18n/format.ts'
import { RuleId } from './Chip.tsx'
import styles from './CommandLine.module.css'
import { classes } from './class-names.ts'
import { Icon } from './Icons.tsx'
import { ActionCap, Keycap } from './Keycap.tsx'
import { ghostOf, markMatches } from './match-marks.ts'
import { useKey } from './use-key.ts'
import { useWords } from './words.ts'

export interface Completion {
  id: string
  /** The whole line as it would run. */
  line: string
  /** What it will do, in the second column. */
  does: ReactNode
  /** It cannot run now; it stays in the list with its rule. */
  refused?: { rule?: string; because: ReactNode }
  /** Too little is typed to be sure that this is meant: Enter completes it first, however much of it is shown. */
  unsure?: boolean
}

export interface CommandLineProps {
  open: boolean
  onOpen(): void
  onClose(): void
  text: string
  onText(text: string): void
  /** Best first. */
  completions: readonly Completion[]
  onRun(completion: Completion): void
  /** Why the last line was refused; the line stays. */
  error?: ReactNode
  sending?: boolean
}

/** Tab completes. Enter runs only a line that is shown in full; else it completes first. */
export function CommandLine(props: CommandLineProps) {
  const { t } = useWords()
  useKey('command.open', props.onOpen, { when: !props.open })
  if (props.open) return <OpenLine {...props} />
  return (
    <button type="button" className={classes(styles.command, styles.closed)} onClick={props.onOpen}>
      <ActionCap action="command.open" />
      {t('ui:command')}
    </button>
  )
}

function OpenLine({ onClose, text, onText, completions, onRun, error, sending }: CommandLineProps) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [chosenId, setChosenId] = useState('')
  const chosen = completions.find(({ id }) => id === chosenId) ?? completions[0]
  const ghost = chosen && !chosen.refused ? ghostOf(chosen.line, text) : null

  useEffect(() => {
    const before = document.activeElement
    input.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  function onKeyDown(event: KeyboardEvent): void {
    const { key } = event
    if (key !== 'Tab' && key !== 'Enter' && key !== 'Escape') return
    if (event.nativeEvent.isComposing || (key === 'Tab' && event.shiftKey)) return
    event.preventDefault()
    if (key === 'Escape') onClose()
    else if (!chosen || text.trim() === '' || (key === 'Enter' && chosen.refused)) return
    else if (key === 'Tab' || ghost === null || chosen.unsure) onText(chosen.line)
    else if (!sending) onRun(chosen)
  }

  return (
    <Command
      className={classes(styles.command, sending && styles.sending)}
      label={t('ui:command')}
      shouldFilter={false}
      vimBindings={false}
      value={chosen?.id ?? ''}
      onValueChange={setChosenId}
      onKeyDown={onKeyDown}
    >
      <Command.List className={styles.list} label={t('ui:completions')}>
        {completions.map((completion) => (
          <Command.Item
            key={completion.id}
            value={completion.id}
            className={styles.item}
            data-refused={completion.refused && ''}
            onSelect={() => completion.refused || sending || onRun(completion)}
          >
            {completion.refused ? (
              <Icon name="cross" label={t('ui:cannot')} />
            ) : completion === chosen ? (
              <Icon name="arrow-right" />
            ) : (
              <span />
            )}
            <Line line={completion.line} typed={text} />
            {completion.refused ? (
              <span className="flow">
                {completion.refused.rule !== undefined && <RuleId id={completion.refused.rule} />}
                <span>{completion.refused.because}</span>
              </span>
            ) : (
              <span className={completion === chosen ? undefined : 'dim'}>{completion.does}</span>
            )}
            {completion === chosen && ghost !== null && !chosen.unsure ? (
              <Keycap parts={['Enter']} />
            ) : (
              <span />
            )}
          </Command.Item>
        ))}
      </Command.List>
      {error !== undefined && error !== null && (
        <div className={styles.error} role="alert">
          {error}
        </div>
      )}
      <div className={styles.foot}>
        <span>
          <Keycap parts={['Tab']} />
          {t('ui:command-complete')}
        </span>
        <span>
          <Keycap parts={['↑']} />
          <Keycap parts={['↓']} />
          {t('ui:command-choose')}
        </span>
        <span>
          <Keycap parts={['Esc']} />
          {t('ui:command-close')}
        </span>
        <span className="fill" />
        <span className="only-l">{languages.map((one) => t(`ui:language.${one}`)).join(' · ')}</span>
      </div>
      <div className={styles.line}>
        <span className="dim" aria-hidden="true">
          /
        </span>
        <div className={styles.typing}>
          {ghost !== null && (
            <div className={styles.ghost} aria-hidden="true">
              <span>{text}</span>
              {ghost}
            </div>
          )}
          <Command.Input ref={input} className={styles.input} value={text} onValueChange={onText} />
        </div>
      </div>
    </Command>
  )
}

function Line({ line, typed }: { line: string; typed: string }) {
  return (
    <span>
      {markMatches(line, typed).map(({ text, hit }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line have no other name
        hit ? <u key={index}>{text}</u> : text,
      )}
    </span>
  )
}
