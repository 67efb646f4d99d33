import { ForcesBoard } from '../forces/ForcesBoard.tsx'
import { ForcesSummary } from '../forces/ForcesSummary.tsx'
import { JournalPanel } from '../journal/JournalPanel.tsx'
import { TaskList } from '../tasks/TaskList.tsx'
import styles from './app.module.css'
import { useDesk } from './desk-state.ts'
import { Operations } from './operation-slots.tsx'

/** Operations, tasks, forces and the journal, or one of the last two in full. */
export function LeftRail() {
  const rail = useDesk((desk) => desk.rail)
  if (rail === 'forces') return <ForcesBoard />
  if (rail === 'journal') return <JournalPanel />
  return (
    <div className={styles.rail}>
      <div className={styles.keeps}>
        <Operations />
      </div>
      <div className={styles.shrinks}>
        <TaskList />
      </div>
      <ForcesSummary />
      <JournalPanel tail />
    </div>
  )
}
