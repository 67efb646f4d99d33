import { useState } from 'react'
import { type Card, cardFields } from '../../../shared/search/case/card.ts'
import type { Photo } from '../../../shared/search/case/case-types.ts'
import { useDeskWords } from '../../operations/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Facts } from '../../ui/Panel.tsx'
import styles from './case.module.css'
import { photoAddress } from './photo.ts'

/** The card as it will be seen, and as a text for whoever passes it on. */
export function CardPreview({ card, photo }: { card: Card; photo: Photo | null }) {
  const { t } = useDeskWords()
  const [copied, setCopied] = useState('')
  const facts = cardFields.flatMap((field) =>
    card[field] ? [{ name: t(`case:card.${field}`), value: card[field] }] : [],
  )
  const text = facts.map(({ name, value }) => `${name}: ${value}`).join('\n')
  return (
    <section className={styles.preview} aria-label={t('case:card-preview')}>
      <p className="small dim">{t('case:card-preview')}</p>
      {photo && <img className={styles.photo} src={photoAddress(photo.id)} alt={t('case:photo-of')} />}
      {facts.length > 0 ? (
        <Facts nameWidth={120} facts={facts} />
      ) : (
        <p className="dim">{t('case:card-empty')}</p>
      )}
      {facts.length > 0 && (
        <Button onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}>
          {t(copied === text ? 'case:card-copied' : 'case:card-copy')}
        </Button>
      )}
    </section>
  )
}
