import { useEffect, useState } from 'react'
import { useStore } from '../store/use-store.ts'

const nobody: ReadonlySet<string> = new Set()
/** Milliseconds without a key before the server is asked: each question is recorded. */
const quiet = 300

/** Whom the server finds by name or phone for what is typed; nobody under two characters. */
export function useFound(text: string): ReadonlySet<string> {
  const { connection } = useStore()
  const [found, setFound] = useState(nobody)
  const term = text.trim()
  useEffect(() => {
    if (term.length < 2) return setFound(nobody)
    let current = true
    const timer = setTimeout(() => {
      void connection.read({ kind: 'find', term }).then((answer) => {
        if (current && answer.ok) setFound(new Set(answer.answer.map(({ id }) => id)))
      })
    }, quiet)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [term, connection])
  return found
}
