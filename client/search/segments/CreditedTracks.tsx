import type { Operation, Place } from '../../../shared/operations/types.ts'
import type { CreditedTrack } from '../../../shared/search/types.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useAsk, useText } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import styles from '../search.module.css'

/** Tracks that came as files since the last recorded sweep, each to be taken away again. */
export function CreditedTracks({ operation, place }: { operation: Operation; place: Place }) {
  const { t } = useDeskWords()
  const since = place.searches.at(-1)?.to ?? 0
  const tracks = (operation.search?.tracks ?? []).filter(
    (track) => track.place === place.id && track.from >= since,
  )
  if (tracks.length === 0 || operation.closedAt !== null) return null
  return (
    <>
      <SectionHead title={t('search:by-files')} count={tracks.length} />
      {tracks.map((track) => (
        <Credited key={track.id} operation={operation} track={track} />
      ))}
    </>
  )
}

function Credited({ operation, track }: { operation: Operation; track: CreditedTrack }) {
  const { t, time } = useDeskWords()
  const ask = useAsk(`track:${track.id}`)
  const name = useText(track.sealed)
  return (
    <div className={styles.said}>
      <div className="flow">
        <span className="clip strong">{name}</span>
        <span className="dim small num">
          {time(track.from)}–{time(track.to)}
        </span>
        <span className="fill" />
        <Button
          onPress={() => void ask.give('DropTrack', { operation: operation.id, track: track.id })}
          refused={ask.sending.length > 0 && t('operations:sending')}
        >
          {t('search:track-drop')}
        </Button>
      </div>
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
    </div>
  )
}
