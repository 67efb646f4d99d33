import { useCallback, useEffect, useRef, useState } from 'react'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { useJournal, useStore } from '../store/use-store.ts'
import { isWorthALine } from './event-sentence.ts'
import { isOf, withNewer, withOlder } from './lines.ts'

export interface JournalLines {
  /** Newest first. */
  lines: readonly LoggedEvent[]
  state: 'ready' | 'asking' | 'failed'
  more: boolean
  askOlder(): void
}

/** The journal of everything or of one operation: what comes is added, what came before is asked for `atOnce` a time. */
export function useJournalLines(operation: Id | null, atOnce: number): JournalLines {
  const { board, connection } = useStore()
  const live = useJournal()
  const [held, setHeld] = useState<{ lines: readonly LoggedEvent[]; more: boolean }>({
    lines: [],
    more: true,
  })
  const [state, setState] = useState<JournalLines['state']>('ready')
  const asking = useRef(false)

  const own = operation === null ? live : live.filter((event) => isOf(board.board, event, operation))
  const lines = withNewer(held.lines, own)
  if (lines !== held.lines) setHeld({ ...held, lines })

  const askOlder = useCallback(async () => {
    if (asking.current) return
    asking.current = true
    setState('asking')
    const before = lines.at(-1)?.seq ?? null
    const read = await connection.read({ kind: 'journal', operation, before, limit: atOnce })
    asking.current = false
    setState(read.ok ? 'ready' : 'failed')
    if (!read.ok) return
    const { events, more } = read.answer
    setHeld((was) => ({ lines: withOlder(was.lines, events), more: more && events.length > 0 }))
  }, [connection, operation, atOnce, lines])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list opens
  useEffect(() => void askOlder(), [])
  return { lines: lines.filter(isWorthALine), state, more: held.more, askOlder: () => void askOlder() }
}
