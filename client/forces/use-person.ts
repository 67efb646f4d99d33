import { useEffect, useState } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import type { ReadAnswers } from '../../shared/wire/read.ts'
import { useLink, useStore } from '../store/use-store.ts'

type Person = ReadAnswers['person'] | { refused: string }

/** Name and phone of an opened person: asked once per opening, and recorded. Null while unknown and for units. */
export function usePerson(assistant: Id | null): Person | null {
  const { connection } = useStore()
  const { up } = useLink()
  const [known, setKnown] = useState<{ of: Id; person: Person } | null>(null)
  useEffect(() => {
    if (assistant === null || !up || known?.of === assistant) return
    let current = true
    void connection.read({ kind: 'person', assistant }).then((read) => {
      if (current) setKnown({ of: assistant, person: read.ok ? read.answer : { refused: read.code } })
    })
    return () => {
      current = false
    }
  }, [connection, assistant, up, known])
  return known?.of === assistant ? known.person : null
}
