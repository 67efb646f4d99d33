import { useCallback, useEffect, useRef, useState } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Proposal } from '../../shared/pairing/proposal.ts'
import { useStore } from '../store/use-store.ts'
import { now } from '../ui/clock.ts'

export interface Asked {
  proposal: Proposal | null
  /** When it was computed. */
  at: number
  loading: boolean
  refused: { code: string; params?: Record<string, string | number> } | null
}

/** The proposal for an operation, asked when the screen opens and again on demand; the old one stays meanwhile. */
export function useProposal(operation: Id, places?: Id[]): Asked & { again(): Promise<void> } {
  const { connection } = useStore()
  const [state, setState] = useState<Asked>({ proposal: null, at: 0, loading: true, refused: null })
  const newest = useRef(0)
  const only = places?.join(' ')
  const again = useCallback(async () => {
    const turn = ++newest.current
    setState((old) => ({ ...old, loading: true }))
    const read = await connection.read({
      kind: 'proposal',
      operation,
      ...(only && { places: only.split(' ') }),
    })
    if (turn !== newest.current) return
    setState((old) =>
      read.ok
        ? { proposal: read.answer, at: now(), loading: false, refused: null }
        : { ...old, loading: false, refused: read },
    )
  }, [connection, operation, only])
  useEffect(() => {
    void again()
    return () => {
      newest.current++
    }
  }, [again])
  return { ...state, again }
}
