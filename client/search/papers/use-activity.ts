import { useCallback } from 'react'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import { type Id, key } from '../../../shared/kernel/ids.ts'
import type { ReadAnswer, ReadAnswers } from '../../../shared/wire/read.ts'
import { isWorthALine } from '../../journal/event-sentence.ts'
import { useStore } from '../../store/use-store.ts'

/** Lines at most: forty pages. */
const most = 1_500
const atOnce = 500

export interface Activity {
  events: LoggedEvent[]
  cut: boolean
}

/** Asks for the journal of an operation, or of one of its teams; null when the server did not answer. */
export function useActivity(): (operation: Id, task: Id | null) => Promise<Activity | null> {
  const { connection } = useStore()
  return useCallback(
    async (operation, task) => {
      const events: LoggedEvent[] = []
      let before: number | null = null
      for (;;) {
        const read: ReadAnswer<'journal'> = await connection.read({
          kind: 'journal',
          operation,
          before,
          limit: atOnce,
        })
        if (!read.ok) return null
        const { events: older, more }: ReadAnswers['journal'] = read.answer
        before = older.at(-1)?.seq ?? null
        events.push(
          ...older
            .filter(isWorthALine)
            .filter(({ keys }) => task === null || keys.includes(key('task', task))),
        )
        const enough = events.length >= most
        if (!more || before === null || enough)
          return { events: events.slice(0, most).reverse(), cut: more && enough }
      }
    },
    [connection],
  )
}
