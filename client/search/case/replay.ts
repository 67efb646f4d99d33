import { emptyBoard } from '../../../shared/board/board.ts'
import { fold, type SerikEvent } from '../../../shared/board/fold.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import type { Id } from '../../../shared/kernel/ids.ts'
import { placesInOrder } from '../../../shared/operations/staffing.ts'
import type { Place } from '../../../shared/operations/types.ts'

const shifts: ReadonlySet<SerikEvent['type']> = new Set([
  'SegmentSearched',
  'SegmentSearchUndone',
  'SearchDebriefed',
  'SearchDebriefUndone',
  'PlacePlanned',
  'PlaceChanged',
  'PlaceRemoved',
  'PriorsSet',
  'SegmentCut',
])

/** The probabilities as they stood after one event of the log. */
export interface ReplayStep {
  event: LoggedEvent
  places: Place[]
}

/** Segments are planned many at a time: within this they are one step. */
const together = 60_000

/** Every shift of a search's probabilities, from its log: what was undone since is there too. */
export function replaySearch(events: readonly LoggedEvent[], operation: Id): ReplayStep[] {
  const board = emptyBoard()
  const steps: ReplayStep[] = []
  let before = ''
  for (const event of events) {
    fold(board, event)
    if (!shifts.has((event as SerikEvent).type)) continue
    const places = placesInOrder(board, operation).filter(({ kind }) => kind === 'segment')
    const numbers = JSON.stringify(places.map(({ id, poa, searches }) => [id, poa, searches]))
    if (numbers === before) continue
    before = numbers
    const last = steps.at(-1)?.event
    if (last?.type === event.type && event.type === 'PlacePlanned' && event.at - last.at < together)
      steps.pop()
    steps.push({ event, places })
  }
  return steps
}
