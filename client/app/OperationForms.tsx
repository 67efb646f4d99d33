import type { OperationKind } from '../../shared/operations/types.ts'
import { GroupPanel } from '../forces/GroupPanel.tsx'
import { ChangeOperation } from '../operations/ChangeOperation.tsx'
import { EndOperation } from '../operations/EndOperation.tsx'
import { IncidentForm } from '../operations/IncidentForm.tsx'
import { OperationForm } from '../operations/OperationForm.tsx'
import { PlaceForm } from '../operations/PlaceForm.tsx'
import { Timeline } from '../operations/Timeline.tsx'
import { ProposalPanel } from '../proposal/ProposalPanel.tsx'
import { segmentCheck } from '../search/segments/SegmentCheck.tsx'
import { useEntity } from '../store/use-store.ts'
import { type DeskPanel, openPanel, select } from './desk-state.ts'
import { useStaff } from './staff-session.ts'

const kindOfPage: Record<string, OperationKind> = { event: 'event-security', search: 'search' }

/** Whatever `openPanel` put in front: forms, the timeline, the proposal. */
export function OperationForms({ panel }: { panel: DeskPanel }) {
  const { page } = useStaff()
  const close = () => openPanel(null)
  const operationOf = useEntity('place', panel.name === 'change-place' ? panel.place : null)?.operation
  switch (panel.name) {
    case 'proposal':
      return <ProposalPanel operation={panel.operation} places={panel.places} onClose={close} />
    case 'new-operation':
      return (
        <OperationForm
          kind={kindOfPage[page.id] ?? 'patrol'}
          {...(panel.incident && { incident: panel.incident })}
          onOpened={(id) => {
            select({ kind: 'operation', id })
            close()
          }}
          onClose={close}
        />
      )
    case 'change-operation':
      return <ChangeOperation id={panel.operation} onClose={close} />
    case 'end-operation':
      return <EndOperation id={panel.operation} onClose={close} />
    case 'timeline':
      return <Timeline id={panel.operation} onClose={close} />
    case 'new-place':
      return <PlaceForm operation={panel.operation} at={panel.at} check={segmentCheck} onClose={close} />
    case 'change-place':
      return operationOf ? (
        <PlaceForm operation={operationOf} place={panel.place} check={segmentCheck} onClose={close} />
      ) : null
    case 'group':
      return <GroupPanel carriers={panel.carriers} onClose={close} />
    case 'new-incident':
      return (
        <IncidentForm
          onReported={(id) => {
            select({ kind: 'incident', id })
            close()
          }}
          onClose={close}
        />
      )
  }
}
