import { useEffect, useState } from 'react'
import type { SystemState } from '../../shared/system/types.ts'
import { useStore } from '../store/use-store.ts'

const askEvery = 3_000

/** How the servers do, asked again and again while somebody looks. The last answer stays when the next does not come. */
export function useSystem(): { state: SystemState | null; stale: boolean } {
  const { connection } = useStore()
  const [state, setState] = useState<SystemState | null>(null)
  const [stale, setStale] = useState(false)
  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const read = await connection.read({ kind: 'system' })
      if (over) return
      setStale(!read.ok)
      if (read.ok) setState(read.answer)
      timer = setTimeout(() => void ask(), askEvery)
    }
    void ask()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [connection])
  return { state, stale }
}
