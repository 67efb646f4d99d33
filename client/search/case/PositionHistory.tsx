import { coordinatesText, nameOfPoint } from '../../../shared/city/find-point.ts'
import type { Id } from '../../../shared/kernel/ids.ts'
import type { Said } from '../../../shared/search/case/case-types.ts'
import { useCity } from '../../operations/use-city.ts'
import { Officer } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useText } from '../../store/use-store.ts'
import { readPosition } from '../sealed-words.ts'
import styles from './case.module.css'
import { useCase } from './use-case.ts'

/** Where the subject was last known to be, newest first: who said so, when it was set and by whom. */
export function PositionHistory({ operation }: { operation: Id }) {
  const { t } = useDeskWords()
  const { positions } = useCase(operation)
  if (positions.length === 0) return null
  return (
    <div className={styles.earlier}>
      <p className="small dim">{t('case:lkp-history')}</p>
      <ul aria-label={t('case:lkp-history')}>
        {[...positions].reverse().map((position) => (
          <li key={position.sealed.text}>
            <Position position={position} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Position({ position: { sealed, by, at } }: { position: Said }) {
  const { t, language, time } = useDeskWords()
  const city = useCity()
  const text = useText(sealed)
  if (text === undefined) return null
  const { at: where, source, seenAt } = readPosition(text)
  const facts = [
    where && (nameOfPoint(city, where, language) ?? coordinatesText(where)),
    seenAt !== null && t('case:lkp-seen', { time: time(seenAt) }),
    source,
  ].filter(Boolean)
  return (
    <p className="small">
      {facts.join(' · ')}
      <span className="dim">
        {' '}
        {t('case:lkp-row', { time: time(at) })}, <Officer id={by} />
      </span>
    </p>
  )
}
