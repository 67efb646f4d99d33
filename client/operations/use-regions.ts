import type { Board } from '../../shared/board/board.ts'
import { sameItems, useBoard, useSession } from '../store/use-store.ts'

const regionsOf = (board: Board): string[] =>
  [...new Set([...board.unit.values(), ...board.assistant.values()].map(({ region }) => region))].sort()

/** The regions this desk may work in: those of its grants, and those of the people it sees. */
export function useRegions(): string[] {
  const me = useSession()?.me
  const seen = useBoard(regionsOf, sameItems)
  const granted = me?.kind === 'staff' ? me.grants.flatMap(({ regions }) => regions) : []
  return [...new Set([...granted, ...seen])]
}
