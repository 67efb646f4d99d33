import { isLive } from '../../shared/tasks/links.ts'
import { currentOrder, type Task } from '../../shared/tasks/types.ts'
import { Ticks } from '../ui/Marks.tsx'
import { useWords } from '../ui/words.ts'

/** How many of the team have understood the newest version of the order. */
export function OrderSeen({ task }: { task: Task }) {
  const { t } = useWords()
  const version = currentOrder(task)?.version ?? 0
  const links = [task.unitLink, ...task.members].filter(isLive)
  const seen = (state: 'delivered' | 'read' | 'understood') =>
    links.filter(({ order }) => order[state] >= version).length
  const words = t('tasks:order-understood', {
    version,
    understood: seen('understood'),
    of: links.length,
  })
  return (
    <>
      {words}{' '}
      <Ticks
        delivered={seen('delivered') === links.length}
        read={seen('read') === links.length}
        understood={seen('understood') === links.length}
        label={words}
      />
    </>
  )
}
