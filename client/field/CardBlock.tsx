import { useEffect, useState } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import { cardFields, readCard } from '../../shared/search/case/card.ts'
import type { Clue, Photo } from '../../shared/search/case/case-types.ts'
import { cluesOf } from '../../shared/search/case/clues.ts'
import { readClue } from '../search/sealed-words.ts'
import { sameItems, useBoard, useEntity, useText } from '../store/use-store.ts'
import { Pad } from '../ui/Phone.tsx'
import card from './card.module.css'
import styles from './field.module.css'
import { usePhone, usePhoneWords } from './use-phone.ts'

/** Who is missed and what was found, as far as the desk has released it to the teams. */
export function CardBlock({ operation }: { operation: Id }) {
  const released = useEntity('card', operation)
  const clues = useBoard(
    (board) => cluesOf(board, operation).filter((clue) => clue.released !== null),
    sameItems,
    'clue',
  )
  return (
    <>
      {released?.sealed && <Card text={released.sealed} photo={released.photo} />}
      {clues.length > 0 && (
        <ul className={styles.list}>
          {clues.map((clue) => (
            <ClueLine key={clue.id} clue={clue} />
          ))}
        </ul>
      )}
    </>
  )
}

function Card({ text, photo }: { text: Clue['sealed']; photo: Photo | null }) {
  const { t } = usePhoneWords()
  const words = useText(text)
  const address = usePhoto(photo)
  const said = words === undefined ? {} : readCard(words)
  return (
    <Pad>
      <details className={card.card} open>
        <summary>{t('phone:card')}</summary>
        {address && <img className={card.photo} src={address} alt={t('phone:card-photo')} />}
        <dl className={styles.facts}>
          {cardFields.map(
            (field) =>
              said[field] && (
                <div key={field} style={{ display: 'contents' }}>
                  <dt>{t(`phone:card.${field}`)}</dt>
                  <dd>{said[field]}</dd>
                </div>
              ),
          )}
        </dl>
      </details>
    </Pad>
  )
}

function ClueLine({ clue: { number, released, photo } }: { clue: Clue }) {
  const { t } = usePhoneWords()
  const text = useText(released)
  const address = usePhoto(photo)
  return (
    <li>
      <span className={styles.main}>
        {t('phone:card-clue', { number })}
        <span>{text === undefined ? t('phone:loading') : (readClue(text)?.words ?? '')}</span>
      </span>
      {address && <img className={card.small} src={address} alt="" />}
    </li>
  )
}

/** The picture, fetched with this phone's own token; it is kept only while it is shown. */
function usePhoto(photo: Photo | null): string | null {
  const phone = usePhone()
  const [address, setAddress] = useState<string | null>(null)
  const id = photo?.id
  useEffect(() => {
    if (!id) return
    let made: string | null = null
    let gone = false
    const fetch = async () => {
      if (made) return
      const answer = await phone.http(`/api/field/photos/${id}`).catch(() => null)
      if (!answer?.ok) return
      const picture = await answer.blob()
      if (gone || made) return
      made = URL.createObjectURL(picture)
      setAddress(made)
    }
    void fetch()
    window.addEventListener('online', fetch)
    return () => {
      gone = true
      window.removeEventListener('online', fetch)
      if (made) URL.revokeObjectURL(made)
      setAddress(null)
    }
  }, [phone, id])
  return address
}
