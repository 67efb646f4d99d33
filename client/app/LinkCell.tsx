import { number, withUnit } from '../../shared/i18n/format.ts'
import { useLink, useStore } from '../store/use-store.ts'
import { now } from '../ui/clock.ts'
import { Lamp } from '../ui/Marks.tsx'
import { Age } from '../ui/Times.tsx'
import { TopCell } from '../ui/TopBar.tsx'
import { useTickingText } from '../ui/ticker.ts'
import { useWords } from '../ui/words.ts'

/** The lamp: full while frames come, hollow from 3 s of silence, a red diamond from 10 s; the silence beside it. */
export function LinkCell() {
  const { t, language } = useWords()
  const { connection } = useStore()
  const { level, lastGood } = useLink()
  const lag = useTickingText(() =>
    withUnit(number(connection.silentFor() / 1000, language, 1), 's', language),
  )
  const words = { live: 'desk:link', late: 'desk:link-late', lost: 'desk:link-lost' } as const
  return (
    <TopCell>
      <span className="flow" role="status">
        <Lamp state={level === 'live' ? 'live' : level === 'late' ? 'stale' : 'off'} />
        <span className={level === 'lost' ? 'red' : undefined}>{t(words[level])}</span>
      </span>
      {level === 'lost' ? (
        <span key="since" className="dim">
          <Age since={lastGood || now()} />
        </span>
      ) : (
        <span key="lag" className="num dim" ref={lag} />
      )}
    </TopCell>
  )
}
