import { useCallback, useEffect, useMemo, useState } from 'react'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { isOf } from '../journal/lines.ts'
import { useJournal, useStore } from '../store/use-store.ts'

export interface OperationEvents {
  /** Oldest first. */
  events: LoggedEvent[]
  /** Whether the log holds older ones. */
  more: boolean
  loading: boolean
  refused: string | null
  older(): void
}

const page = 200

/** The log of one operation: read from the server backwards, and as it goes on. */
export function useOperationEvents(operation: Id): OperationEvents {
  const { connection, board } = useStore()
  const live = useJournal()
  const [past, setPast] = useState<LoggedEvent[]>([])
  const [more, setMore] = useState(false)
  const [loading, setLoading] = useState(true)
  const [refused, setRefused] = useState<string | null>(null)

  const load = useCallback(
    async (before: number | null) => {
      setLoading(true)
      const read = await connection.read({ kind: 'journal', operation, before, limit: page })
      setLoading(false)
      if (!read.ok) return setRefused(read.code)
      setRefused(null)
      const found = [...read.answer.events].reverse()
      setPast((old) => (before === null ? found : [...found, ...old]))
      setMore(read.answer.more && found.length > 0)
    },
    [connection, operation],
  )
  useEffect(() => {
    setPast([])
    void load(null)
  }, [load])

  const events = useMemo(() => {
    const newest = past.at(-1)?.seq ?? -1
    return [...past, ...live.filter((event) => event.seq > newest && isOf(board.board, event, operation))]
  }, [past, live, board, operation])
  const first = past[0]?.seq ?? null
  const older = useCallback(() => void load(first), [load, first])
  return { events, more, loading, refused, older }
}
