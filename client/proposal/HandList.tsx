import type { Hand, Operation } from '../../shared/operations/types.ts'
import { Person, UnitName } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk, useEntity } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Row, Rows } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'

/** What was changed by hand and still holds, each with a way back. */
export function HandList({ operation, onCleared }: { operation: Operation; onCleared(): void }) {
  const { t } = useDeskWords()
  const ask = useAsk(`hands:${operation.id}`)
  if (operation.hands.length === 0) return null
  async function clear(hand: Hand) {
    const answer = await ask.give('ClearHand', { operation: operation.id, hand })
    if (answer.ok) onCleared()
  }
  return (
    <>
      <SectionHead title={t('proposals:hands')} count={operation.hands.length} />
      <Rows label={t('proposals:hands')}>
        {operation.hands.map((hand) => (
          <Row
            key={`${hand.kind} ${hand.assistant ?? ''} ${hand.unit ?? ''} ${hand.place ?? ''}`}
            title={<HandWho hand={hand} />}
            end={
              <span className="flow">
                <HandWhere hand={hand} />
                <Button onPress={() => void clear(hand)}>{t('proposals:clear-hand')}</Button>
              </span>
            }
          />
        ))}
      </Rows>
    </>
  )
}

function HandWho({ hand }: { hand: Hand }) {
  return hand.assistant ? <Person id={hand.assistant} /> : <UnitName id={hand.unit} />
}

function HandWhere({ hand }: { hand: Hand }) {
  const { t } = useDeskWords()
  const place = useEntity('place', hand.place)
  const unit = useEntity('unit', hand.unit)
  const where = place ? `${place.letter} · ${place.name}` : (unit?.callSign ?? '')
  return <>{hand.kind === 'pin' ? t('proposals:only-to', { where }) : t('proposals:not-to', { where })}</>
}
