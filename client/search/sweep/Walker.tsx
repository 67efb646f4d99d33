import type { Id } from '../../../shared/kernel/ids.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import { Person } from '../../operations/Who.tsx'
import { useText } from '../../store/use-store.ts'

/** Who walked: one of our people, or somebody whose track came as a file. */
export function Walker({ operation, id }: { operation: Operation; id: Id }) {
  const credited = operation.search?.tracks?.find((track) => track.id === id)
  const name = useText(credited?.sealed)
  return credited ? name : <Person id={id} short />
}
