import { useEffect } from 'react'
import { openAlarms } from '../alarms/open-alarms.ts'
import { useBoard } from '../store/use-store.ts'
import { now } from '../ui/clock.ts'
import { useWords } from '../ui/words.ts'
import { useStaff } from './staff-session.ts'

/** The tab's title: seen when the desk is behind another tab, so it begins with the alarms that nobody has. */
export function useTitle(): void {
  const { t } = useWords()
  const { page } = useStaff()
  const waiting = useBoard((board) => {
    const unowned = openAlarms(board, now()).filter(({ owner }) => owner === null)
    return `${unowned[0]?.kind === 'sos' ? 'sos' : ''}${unowned.length}`
  })
  const count = Number(waiting.replace('sos', ''))
  const alarms =
    count === 0 ? '' : `${waiting.startsWith('sos') ? `${t('terms:alarm.sos')} ` : ''}(${count}) `
  const title = `${alarms}Serik · ${t(page.words)}`
  useEffect(() => {
    document.title = title
  }, [title])
}
