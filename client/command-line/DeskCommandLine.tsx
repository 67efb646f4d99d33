import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Refusal as RefusalOf } from '../../shared/kernel/refusal.ts'
import { openCommand, useDesk } from '../app/desk-state.ts'
import { useStaff } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { refusalText } from '../operations/words.ts'
import { useAsk, useLink, useStore } from '../store/use-store.ts'
import { CommandLine, type Completion } from '../ui/CommandLine.tsx'
import { useWords } from '../ui/words.ts'
import { isUnique } from './complete.ts'
import type { Suggestion } from './context.ts'
import { run } from './run.ts'
import { useCompletions } from './use-completions.ts'

/** The desk by typing: every verb in Kazakh, Russian and English, whatever language is on screen. */
export function DeskCommandLine() {
  const { t, language } = useWords()
  const store = useStore()
  const { page, pages } = useStaff()
  const asking = useAsk('command-line')
  const { up } = useLink()
  const [, go] = useLocation()
  const text = useDesk((desk) => desk.command)
  const suggestions = useCompletions(text)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Pick<RefusalOf, 'code' | 'params' | 'rule' | 'holder'> | null>(null)

  function type(next: string | null) {
    setRefusal(null)
    openCommand(next)
  }
  function goWhere(part: 'map' | 'lists') {
    const there = part === 'map' ? page.id !== 'registry' && page.id !== 'admin' : page.id === 'patrol'
    const patrol = pages.find(({ id }) => id === 'patrol')
    if (!there && patrol) go(patrol.path)
  }
  async function runLine({ id }: Completion) {
    const chosen = suggestions.find((one) => one.id === id)
    if (!chosen) return
    setBusy(true)
    const refused = await run(chosen.act, { store, asking, go, goWhere })
    setBusy(false)
    setRefusal(refused)
    if (!refused) openCommand(null)
  }
  const completions = suggestions.map(({ id, line, does, act, refused }): Completion => {
    const noLink = !up && (act.kind === 'give' || act.kind === 'send')
    const why = noLink ? { because: t('desk:no-link-now') } : refused
    const unsure = (act.kind === 'give' || act.kind === 'send') && !isUnique(text ?? '', { language })
    return { id, line, does, unsure, ...(why && { refused: inWords(why) }) }
  })
  function inWords(why: NonNullable<Suggestion['refused']>): NonNullable<Completion['refused']> {
    if ('because' in why) return { because: why.because }
    return { because: refusalText(t, why), ...(why.rule && { rule: why.rule }) }
  }
  return (
    <CommandLine
      open={text !== null}
      onOpen={() => type('')}
      onClose={() => type(null)}
      text={text ?? ''}
      onText={type}
      completions={completions}
      onRun={(completion) => void runLine(completion)}
      error={refusal && <Refusal refusal={refusal} />}
      sending={busy}
    />
  )
}
