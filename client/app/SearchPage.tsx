import { ForcesBoard } from '../forces/ForcesBoard.tsx'
import { JournalPanel } from '../journal/JournalPanel.tsx'
import { SearchLeft } from '../search/SearchLeft.tsx'
import { SearchSide } from '../search/SearchSide.tsx'
import { useSearchDesk } from '../search/search-desk.ts'
import { useKey } from '../ui/use-key.ts'
import { DeskFrame } from './DeskFrame.tsx'
import { openRail, select, useDesk } from './desk-state.ts'
import { OperationForms } from './on-demand.tsx'
import { PartBoundary } from './PartBoundary.tsx'
import { SelectedPanel } from './SelectedPanel.tsx'
import { useOtherThing } from './use-other-thing.ts'

/** A search: segments and sweeps beside the map. */
export function SearchPage() {
  const proposal = useDesk((desk) => desk.panel?.name === 'proposal')
  return (
    <DeskFrame
      page="search"
      leftWidth={proposal ? [340, 0] : [400, 292]}
      rightWidth={proposal ? [680, 592] : [440, 316]}
      left={<Left />}
      right={<Right />}
    />
  )
}

function Left() {
  const rail = useDesk((desk) => desk.rail)
  const operation = useDesk((desk) => desk.operation)
  useKey('show.journal', () => openRail('journal'))
  useKey('show.forces', () => openRail('forces'))
  if (rail === 'forces') return <ForcesBoard />
  if (rail === 'journal') return <JournalPanel />
  return <SearchLeft operation={operation} onOperation={(id) => select({ kind: 'operation', id })} />
}

function Right() {
  const form = useSearchDesk((desk) => desk.form)
  const other = useOtherThing()
  const operation = useDesk((desk) => desk.operation)
  const panel = useDesk((desk) => desk.panel)
  if (other && !form) return <SelectedPanel />
  return panel ? (
    <PartBoundary>
      <OperationForms panel={panel} />
    </PartBoundary>
  ) : (
    <SearchSide operation={operation} />
  )
}
