import { useCallback, useEffect, useRef, useState } from 'react'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { useStore } from '../store/use-store.ts'
import type { Filters } from './filters.ts'
import { typesSaying } from './types-saying.ts'

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
  text: string
  events: readonly LoggedEvent[]
  /** Where the next question goes on; null at the end. */
  before: number | null
  more: boolean
}

const nothing: Held = { filters: null, text: '', events: [], before: null, more: true }

/** So long after the last letter the record is asked. */
const pause = 350

/** Pages of the record for these filters and words; others begin anew. */
export function useAudit(filters: Filters, typed: string): Audit {
  const text = useSettled(typed.trim().toLocaleLowerCase())
  const { connection } = useStore()
  const [held, setHeld] = useState(nothing)
  const [state, setState] = useState<Audit['state']>('asking')
  const era = useRef(0)

  const ask = useCallback(
    async (after: Held) => {
      const mine = ++era.current
      setState('asking')
      const words = text.length < 2 ? null : { words: text, types: typesSaying(text) }
      const question = {
        ...filters,
        kind: 'audit' as const,
        text: words,
        before: after.before,
        limit: atOnce,
      }
      const read = await connection.read(question)
      if (mine !== era.current) return
      setState(read.ok ? 'ready' : 'failed')
      if (!read.ok) return
      const { events, before } = read.answer
      setHeld({ filters, text, events: [...after.events, ...events], before, more: before !== null })
    },
    [connection, filters, text],
  )
  useEffect(() => {
    void ask(nothing)
    return () => {
      era.current++
    }
  }, [ask])
  const same = held.filters === filters && held.text === text
  const { events, more } = same ? held : nothing
  const askMore = () => void (state !== 'asking' && more && ask(same ? held : nothing))
  return { events, more, state, askMore }
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
