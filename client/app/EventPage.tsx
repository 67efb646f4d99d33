import { EventBoard } from '../event/EventBoard.tsx'
import { EventSide } from '../event/EventSide.tsx'
import { JournalPanel } from '../journal/JournalPanel.tsx'
import { useKey } from '../ui/use-key.ts'
import { DeskFrame } from './DeskFrame.tsx'
import { openRail, select, useDesk } from './desk-state.ts'
import { DeskMap, OperationForms } from './on-demand.tsx'
import { PartBoundary } from './PartBoundary.tsx'
import { SelectedPanel } from './SelectedPanel.tsx'
import { useOtherThing } from './use-other-thing.ts'

/** Event security: the posts over time fill the page; people who may go stand beside them. */
export function EventPage() {
  return <DeskFrame page="event" rightWidth={[600, 404]} left={<Left />} map={false} right={<Right />} />
}

function Left() {
  const journal = useDesk((desk) => desk.rail === 'journal')
  const operation = useDesk((desk) => desk.operation)
  const selected = useDesk((desk) => desk.selected)
  useKey('show.journal', () => openRail('journal'))
  if (journal) return <JournalPanel />
  return (
    <EventBoard
      operation={operation}
      post={selected?.kind === 'place' ? selected.id : null}
      onOperation={(id) => select({ kind: 'operation', id })}
      onPost={(id, of) => select({ kind: 'place', id }, of)}
    />
  )
}

/** The small map and the chosen post, a form, or what else is selected. */
function Right() {
  const operation = useDesk((desk) => desk.operation)
  const selected = useDesk((desk) => desk.selected)
  const panel = useDesk((desk) => desk.panel)
  const other = useOtherThing()
  return (
    <EventSide
      map={
        <PartBoundary>
          <DeskMap whole />
        </PartBoundary>
      }
      operation={operation}
      post={selected?.kind === 'place' ? selected.id : null}
      form={
        panel ? (
          <PartBoundary>
            <OperationForms panel={panel} />
          </PartBoundary>
        ) : (
          other && <SelectedPanel />
        )
      }
    />
  )
}
