import { distance as metresBetween } from '../../shared/geo/distance.ts'
import { placesInOrder } from '../../shared/operations/staffing.ts'
import type { Hand, Place } from '../../shared/operations/types.ts'
import { openPanel, useDesk } from '../app/desk-state.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { People, UnitName } from '../operations/Who.tsx'
import { sameItems, useAsk, useBoard, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Panel.tsx'
import { Row, Rows } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../ui/words.ts'
import { groupHands, isFree } from './group-hands.ts'
import { type Carrying, kindOf } from './status.ts'
import { spotOf } from './where.ts'

const mostPlaces = 4

/** Places of the operation at hand that the free ones inside could staff; a press pins them and proposes the team. */
export function GroupPlaces({ group }: { group: readonly Carrying[] }) {
  const { t } = useWords()
  const session = useStaff()
  const store = useStore()
  const { up } = useLink()
  const { give, sending } = useAsk('group')
  const operation = useDesk((desk) => desk.operation)
  const may = useBoard(
    (board) => operation !== null && maySend(session, board, 'SetHand', { operation, hand: { kind: 'pin' } }),
  )
  const places = useBoard(
    (board) =>
      operation === null
        ? []
        : placesInOrder(board, operation).filter(
            (place) => groupHands(board, place, group, () => 0).length > 0,
          ),
    sameItems,
  )
  if (!may || operation === null) return null
  const metresTo = (place: Place) => (carrier: Carrying) => {
    const at = spotOf(store, kindOf(carrier), carrier.id)
    return at ? metresBetween(at, place.meeting.at) : Number.MAX_VALUE
  }
  const handsAt = (place: Place) => groupHands(store.board.board, place, group, metresTo(place))
  const why = (!up && t('desk:no-link-now')) || (sending.length > 0 && t('desk:sending'))

  async function propose(place: Place, hands: Hand[]) {
    for (const hand of hands) {
      const answer = await give('SetHand', { operation: place.operation, hand })
      if (!answer.ok) return
    }
    openPanel({ name: 'proposal', operation: place.operation, places: [place.id] })
  }
  return (
    <>
      <SectionHead title={t('tasks:carrier.may-go')} count={places.length} />
      {places.length === 0 && (
        <Empty>{t(group.some(isFree) ? 'tasks:carrier.no-place' : 'tasks:group.nobody-free')}</Empty>
      )}
      <Rows label={t('tasks:carrier.may-go')}>
        {places.slice(0, mostPlaces).map((place) => {
          const hands = handsAt(place)
          return (
            <Row
              key={place.id}
              title={`${place.letter}: ${place.name}`}
              note={
                <>
                  {hands.flatMap(({ unit }) => (unit ? [<UnitName key={unit} id={unit} />, ' '] : []))}
                  <People ids={hands.flatMap(({ assistant }) => assistant ?? [])} />
                </>
              }
              end={
                <Button refused={why} onPress={() => void propose(place, hands)}>
                  {t('tasks:carrier.propose')}
                </Button>
              }
            />
          )
        })}
      </Rows>
    </>
  )
}
