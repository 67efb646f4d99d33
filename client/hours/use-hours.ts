import { useCallback, useEffect, useState } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Ledger } from '../../shared/service-hours/types.ts'
import type { CommandRefusal } from '../store/giver.ts'
import { useStore } from '../store/use-store.ts'
import type { Period } from './periods.ts'

type Refused = Pick<CommandRefusal, 'code' | 'params'>

/** The hours of one assistant, asked of the server: the desk and the phone ask the same question. */
export function useHours(assistant: Id, { from, to }: Period) {
  const { connection } = useStore()
  const [ledger, setLedger] = useState<Ledger | null>(null)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const [asking, setAsking] = useState(false)
  const ask = useCallback(async () => {
    setAsking(true)
    const read = await connection.read({ kind: 'hours', assistant, from, to })
    setAsking(false)
    setRefusal(read.ok ? null : read)
    if (read.ok) setLedger(read.answer)
  }, [connection, assistant, from, to])
  useEffect(() => void ask(), [ask])
  return { ledger, refusal, asking, ask }
}
