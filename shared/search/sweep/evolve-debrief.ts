import type { Board } from '../../board/board.ts'
import { change } from '../../kernel/change.ts'
import type { DebriefEvent } from './debrief-events.ts'

export function evolveDebrief(board: Board, event: DebriefEvent): void {
  switch (event.type) {
    case 'SearchDebriefed': {
      const { place, sweep, debrief } = event.data
      const whole = { ...debrief, by: event.by.id, at: event.at }
      change(board.place, place, ({ searches }) => ({
        searches: searches.map((one) => (one.at === sweep ? { ...one, debrief: whole } : one)),
      }))
      return
    }
    case 'SearchDebriefUndone': {
      const { place, sweep } = event.data
      change(board.place, place, ({ searches }) => ({
        searches: searches.map(({ debrief, ...one }) =>
          debrief && one.at !== sweep ? { ...one, debrief } : one,
        ),
      }))
      return
    }
    case 'TeamKindSet': {
      const { operation, kind, numbers } = event.data
      change(board.operation, operation, ({ search }) => {
        if (!search) return { search }
        const { [kind]: _, ...others } = search.kinds ?? {}
        return { search: { ...search, kinds: numbers ? { ...others, [kind]: numbers } : others } }
      })
    }
  }
}
