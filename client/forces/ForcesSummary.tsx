import { followsPeople } from '../../shared/auth/may-see.ts'
import { clockTime } from '../../shared/i18n/format.ts'
import { ageingFor } from '../../shared/positions/age.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { openRail } from '../app/desk-state.ts'
import { useStaff, viewerOf } from '../app/staff-session.ts'
import { useDeskWords } from '../operations/words.ts'
import type { Store } from '../store/open-store.ts'
import { useBoard, useStore } from '../store/use-store.ts'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useTickingText } from '../ui/ticker.ts'
import styles from './forces.module.css'
import { type Counts, countForces } from './status.ts'

const sameCounts = (a: Counts, b: Counts) => a.onDuty === b.onDuty && a.busy === b.busy && a.free === b.free

/** How many are on duty, busy and free; R opens them all. */
export function ForcesSummary() {
  const { t, offset } = useDeskWords()
  const session = useStaff()
  const units = useBoard((board) => countForces(board, 'unit'), sameCounts, 'unit')
  const assistants = useBoard((board) => countForces(board, 'assistant'), sameCounts, 'assistant')
  const clock = useTickingText((at) => clockTime(at, offset, false))
  return (
    <>
      <SectionHead
        title={t('desk:forces')}
        note={<span className="num" ref={clock} />}
        action="show.forces"
        onAction={() => openRail('forces')}
      />
      <table className={styles.sums} aria-label={t('desk:forces')}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('desk:on-duty')}</th>
            <th scope="col">{t('desk:busy')}</th>
            <th scope="col">{t('desk:free')}</th>
          </tr>
        </thead>
        <tbody>
          <Sums name={t('desk:units')} counts={units} />
          <Sums name={t('desk:assistants')} counts={assistants} />
          {followsPeople(viewerOf(session)) && <Silent />}
        </tbody>
      </table>
    </>
  )
}

function Sums({ name, counts: { onDuty, busy, free } }: { name: string; counts: Counts }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="num">{onDuty}</td>
      <td className="num">{busy}</td>
      <td className="num strong">{free}</td>
    </tr>
  )
}

/** Who is on duty and has not been heard for two minutes: changes with the clock alone. */
function Silent() {
  const { t } = useDeskWords()
  const store = useStore()
  const busy = useTickingText((at) => String(silent(store, at, true) || '–'))
  const free = useTickingText((at) => String(silent(store, at, false) || '–'))
  const all = useTickingText((at) => String(silent(store, at, true) + silent(store, at, false) || '–'))
  return (
    <tr>
      <th scope="row">{t('desk:silent')}</th>
      <td>
        <span className="num dim" ref={all} />
      </td>
      <td>
        <span className="num" ref={busy} />
      </td>
      <td>
        <span className="num" ref={free} />
      </td>
    </tr>
  )
}

function silent({ board, live }: Store, now: number, busy: boolean): number {
  let count = 0
  for (const kind of ['unit', 'assistant'] as const)
    for (const { shift, task, no } of board.board[kind].values()) {
      if (!bookedOn(shift) || (task !== null) !== busy) continue
      // Who has just come on duty has had no time to be heard.
      const heard = Math.max(live.table.at[no] ?? 0, shift.openedAt ?? 0)
      if (now - heard > ageingFor) count++
    }
  return count
}
