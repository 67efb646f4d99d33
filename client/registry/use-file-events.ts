import { useCallback, useEffect, useRef, useState } from 'react'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { type Id, key } from '../../shared/kernel/ids.ts'
import { useJournal, useStore } from '../store/use-store.ts'

const page = 500
/** Pages of the log looked through at one press, as long as nothing is found. */
const pagesAtOnce = 4

export interface FileEvents {
  /** Newest first. */
  events: readonly LoggedEvent[]
  more: boolean
  asking: boolean
  failed: boolean
  askOlder(): void
}

/** What the log says of one person or unit, from now backwards. */
export function useFileEvents(kind: 'assistant' | 'unit', id: Id): FileEvents {
  const { connection, board } = useStore()
  const live = useJournal()
  const [past, setPast] = useState<readonly LoggedEvent[]>([])
  const [state, setState] = useState({ more: true, asking: true, failed: false })
  const before = useRef<number | null>(null)

  const isOf = useCallback(
    ({ keys, data }: LoggedEvent) => {
      const { holder, device } = data as { holder?: { id: Id }; device?: Id }
      const owner = holder?.id ?? board.board.device.get(device ?? '')?.holder.id
      return owner === id || keys.includes(key(kind, id))
    },
    [board, kind, id],
  )
  const askOlder = useCallback(async () => {
    setState((was) => ({ ...was, asking: true, failed: false }))
    for (let left = pagesAtOnce; left > 0; left--) {
      const read = await connection.read({
        kind: 'journal',
        operation: null,
        before: before.current,
        limit: page,
      })
      if (!read.ok) return setState((was) => ({ ...was, asking: false, failed: true }))
      const { events, more } = read.answer
      const goesOn = more && events.length > 0
      before.current = events.at(-1)?.seq ?? before.current
      const found = events.filter(isOf)
      setPast((was) => [...was, ...found])
      if (found.length > 0 || !goesOn) return setState({ more: goesOn, asking: false, failed: false })
    }
    setState({ more: true, asking: false, failed: false })
  }, [connection, isOf])
  useEffect(() => void askOlder(), [askOlder])

  const newest = past[0]?.seq ?? 0
  const fresh = live.filter((event) => event.seq > newest && isOf(event)).reverse()
  return { events: [...fresh, ...past], ...state, askOlder: () => void askOlder() }
}
