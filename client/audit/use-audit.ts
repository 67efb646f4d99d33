import { useCallback, useEffect, useRef, useState } from 'react'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { useStore } from '../store/use-store.ts'
import type { Filters } from './filters.ts'

const atOnce = 300

export interface Audit {
  /** Newest first. */
  events: readonly LoggedEvent[]
  state: 'ready' | 'asking' | 'failed'
  more: boolean
  askMore(): void
}

interface Held {
  /** What was asked for: lines of other filters, or of the other chain, are not shown under these. */
  filters: Filters | null
  events: readonly LoggedEvent[]
  /** Where the next question goes on; null at the end. */
  before: number | null
  more: boolean
}

const nothing: Held = { filters: null, events: [], before: null, more: true }

/** Pages of the record for these filters; other filters begin anew. */
export function useAudit(filters: Filters): Audit {
  const { connection } = useStore()
  const [held, setHeld] = useState(nothing)
  const [state, setState] = useState<Audit['state']>('asking')
  const era = useRef(0)

  const ask = useCallback(
    async (after: Held) => {
      const mine = ++era.current
      setState('asking')
      const question = { ...filters, kind: 'audit', before: after.before, limit: atOnce } as const
      const read = await connection.read(question)
      if (mine !== era.current) return
      setState(read.ok ? 'ready' : 'failed')
      if (!read.ok) return
      const { events, before } = read.answer
      setHeld({ filters, events: [...after.events, ...events], before, more: before !== null })
    },
    [connection, filters],
  )
  useEffect(() => {
    void ask(nothing)
    return () => {
      era.current++
    }
  }, [ask])
  const { events, more } = held.filters === filters ? held : nothing
  const askMore = () => void (state !== 'asking' && more && ask(held.filters === filters ? held : nothing))
  return { events, more, state, askMore }
}
