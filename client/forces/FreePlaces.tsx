import type { Board } from '../../shared/board/board.ts'
import { distance as metresBetween } from '../../shared/geo/distance.ts'
import { distance } from '../../shared/i18n/format.ts'
import { placesInOrder } from '../../shared/operations/staffing.ts'
import type { Place } from '../../shared/operations/types.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { taskAt } from '../../shared/tasks/links.ts'
import { slotIsFree } from '../../shared/tasks/offers.ts'
import { openPanel, useDesk } from '../app/desk-state.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { sameItems, useAsk, useBoard, useEntity, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Panel.tsx'
import { Row, Rows } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useTickingText } from '../ui/ticker.ts'
import { useWords } from '../ui/words.ts'
import { type Carrying, kindOf } from './status.ts'
import { spotOf } from './where.ts'

const mostPlaces = 6

/** Places of the operation at hand that still want a unit, or an assistant. */
function wanting(board: Board, operation: string | null, kind: 'unit' | 'assistant'): Place[] {
  if (operation === null) return []
  return placesInOrder(board, operation).filter((place) => {
    const task = taskAt(board, place.id)
    if (!task) return true
    return kind === 'assistant' && place.slots.some((_, slot) => slotIsFree(task, slot))
  })
}

/** Where somebody free could be of use: pins them to a place and lets the desk propose the rest of the team. */
export function FreePlaces({ carrier }: { carrier: Carrying }) {
  const { t } = useWords()
  const session = useStaff()
  const { up } = useLink()
  const kind = kindOf(carrier)
  const operationId = useDesk((desk) => desk.operation)
  const operation = useEntity('operation', operationId)
  const wanted = useBoard((board) => wanting(board, operationId, kind), sameItems)
  const own = spotOf(useStore(), kind, carrier.id)
  const metres = (place: Place) => (own ? metresBetween(own, place.meeting.at) : 0)
  const places = [...wanted].sort((a, b) => metres(a) - metres(b)).slice(0, mostPlaces)
  const { give, sending } = useAsk(`carrier:${carrier.id}`)
  const hand = (place: Place) =>
    ({
      kind: 'pin',
      place: place.id,
      ...(kind === 'unit' ? { unit: carrier.id } : { assistant: carrier.id }),
    }) as const
  const may = useBoard(
    (board) =>
      operationId !== null &&
      maySend(session, board, 'SetHand', { operation: operationId, hand: { kind: 'pin' } }),
  )
  if (!bookedOn(carrier.shift) || !operation || !may) return null
  const why = (!up && t('desk:no-link-now')) || (sending.length > 0 && t('desk:sending'))

  async function pin(place: Place) {
    const answer = await give('SetHand', { operation: place.operation, hand: hand(place) })
    if (answer.ok) openPanel({ name: 'proposal', operation: place.operation, places: [place.id] })
  }
  return (
    <>
      <SectionHead
        title={t('tasks:carrier.may-go')}
        count={places.length}
        note={<span className="num">{operation.number}</span>}
      />
      {places.length === 0 && <Empty>{t('tasks:carrier.no-place')}</Empty>}
      <Rows label={t('tasks:carrier.may-go')}>
        {places.map((place) => (
          <Row
            key={place.id}
            title={`${place.letter}: ${place.name}`}
            note={<Away carrier={carrier} place={place} />}
            end={
              <Button refused={why} onPress={() => void pin(place)}>
                {t('tasks:carrier.propose')}
              </Button>
            }
          />
        ))}
      </Rows>
    </>
  )
}

function Away({ carrier, place }: { carrier: Carrying; place: Place }) {
  const { language, t } = useWords()
  const store = useStore()
  const ref = useTickingText(() => {
    const at = spotOf(store, kindOf(carrier), carrier.id)
    return at ? distance(metresBetween(at, place.meeting.at), language) : t('tasks:carrier.unknown')
  })
  return <span className="num" ref={ref} />
}
