import { useEffect } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import { useStore } from '../store/use-store.ts'

/** Whoever selects a person follows them on the map: that is a look, and the record says so. */
export function useFollow(assistant: Id | null): void {
  const { connection } = useStore()
  useEffect(() => {
    if (assistant !== null) void connection.read({ kind: 'follow', carrier: assistant })
  }, [assistant, connection])
}
