import { useCallback, useState } from 'react'
import { askServer, type HttpRefusal } from './ask-server.ts'

/** For a form that posts: whether it waits for the server, and why the last try was refused. */
export function useAsk() {
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  /** Null when refused. */
  const ask = useCallback(async <Answer>(path: string, body: unknown): Promise<Answer | null> => {
    setAsking(true)
    setRefusal(null)
    const answer = await askServer<Answer>('POST', path, body)
    setAsking(false)
    if (answer.ok) return answer.answer
    setRefusal(answer)
    return null
  }, [])
  const forgetRefusal = useCallback(() => setRefusal(null), [])
  return { ask, asking, refusal, forgetRefusal }
}
