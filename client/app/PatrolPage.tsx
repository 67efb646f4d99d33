import { DeskFrame } from './DeskFrame.tsx'
import { useDesk } from './desk-state.ts'
import { LeftRail } from './LeftRail.tsx'
import { OperationForms } from './on-demand.tsx'
import { PartBoundary } from './PartBoundary.tsx'
import { SelectedPanel } from './SelectedPanel.tsx'

/** Patrols, guards and cordons: operations, their tasks and the forces beside the map. */
export function PatrolPage() {
  const panel = useDesk((desk) => desk.panel)
  const proposal = panel?.name === 'proposal'
  return (
    <DeskFrame
      page={proposal ? 'proposal' : 'patrol'}
      leftWidth={proposal ? [340, 0] : [400, 292]}
      rightWidth={proposal ? [680, 592] : [440, 316]}
      left={<LeftRail />}
      right={
        panel ? (
          <PartBoundary>
            <OperationForms panel={panel} />
          </PartBoundary>
        ) : (
          <SelectedPanel />
        )
      }
    />
  )
}
