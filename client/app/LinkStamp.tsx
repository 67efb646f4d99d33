import { clockTime } from '../../shared/i18n/format.ts'
import { useLink, useSession } from '../store/use-store.ts'
import { Stamp } from '../ui/Desk.tsx'
import { useWords } from '../ui/words.ts'

/** Over a pane whose content is no longer true: when it last was. */
export function LinkStamp({ pane }: { pane: 'data' | 'alarms' }) {
  const { t } = useWords()
  const { lastGood } = useLink()
  const offset = useSession()?.utcOffset ?? 300
  const words = pane === 'data' ? t('desk:data-of', { time: '\n' }) : t('alarms:alarms-of', { time: '\n' })
  const [before, after] = words.split('\n')
  return (
    <Stamp>
      {before}
      <b className="num">{lastGood ? clockTime(lastGood, offset) : '–'}</b>
      {after}
    </Stamp>
  )
}
