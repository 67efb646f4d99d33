import type { Id } from '../../shared/kernel/ids.ts'
import type { OperationKind } from '../../shared/operations/types.ts'
import { EventBoard as Board } from '../event/EventBoard.tsx'
import { EventSide as Side } from '../event/EventSide.tsx'
import { ChangeOperation } from '../operations/ChangeOperation.tsx'
import { EndOperation } from '../operations/EndOperation.tsx'
import { IncidentForm } from '../operations/IncidentForm.tsx'
import { IncidentPanel } from '../operations/IncidentPanel.tsx'
import { OperationForm } from '../operations/OperationForm.tsx'
import { OperationList } from '../operations/OperationList.tsx'
import { OperationPanel } from '../operations/OperationPanel.tsx'
import { PlaceForm } from '../operations/PlaceForm.tsx'
import { Timeline } from '../operations/Timeline.tsx'
import { ProposalPanel } from '../proposal/ProposalPanel.tsx'
import { SearchLeft as SearchCase } from '../search/SearchLeft.tsx'
import { SearchSide as SearchPlan } from '../search/SearchSide.tsx'
import { useEntity } from '../store/use-store.ts'
import { DeskMap } from './DeskMap.tsx'
import { type DeskPanel, openPanel, select, useDesk } from './desk-state.ts'
import { useStaff } from './staff-session.ts'

export { OperationShapes } from '../operations/OperationShapes.tsx'

/** The rail's list of operations. */
export function Operations() {
  const operation = useDesk((desk) => desk.operation)
  return <OperationList selected={operation} onSelect={(id) => select({ kind: 'operation', id })} />
}

/** The right panel of a selected operation, place or incident. */
export function OperationThing({ kind, id }: { kind: 'operation' | 'place' | 'incident'; id: Id }) {
  const place = useEntity('place', kind === 'place' ? id : null)
  if (kind === 'incident') return <IncidentPanel id={id} />
  if (kind === 'operation') return <OperationPanel id={id} />
  return place ? <OperationPanel id={place.operation} place={id} /> : null
}

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
      return <PlaceForm operation={panel.operation} onClose={close} />
    case 'change-place':
      return operationOf ? <PlaceForm operation={operationOf} place={panel.place} onClose={close} /> : null
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

/** The event's posts over time. */
export function EventBoard() {
  const operation = useDesk((desk) => desk.operation)
  const selected = useDesk((desk) => desk.selected)
  return (
    <Board
      operation={operation}
      post={selected?.kind === 'place' ? selected.id : null}
      onOperation={(id) => select({ kind: 'operation', id })}
      onPost={(id, of) => select({ kind: 'place', id }, of)}
    />
  )
}

/** The small map and the chosen post, or a form. */
export function EventSide() {
  const operation = useDesk((desk) => desk.operation)
  const selected = useDesk((desk) => desk.selected)
  const panel = useDesk((desk) => desk.panel)
  return (
    <Side
      map={<DeskMap />}
      operation={operation}
      post={selected?.kind === 'place' ? selected.id : null}
      form={panel && <OperationForms panel={panel} />}
    />
  )
}

export function SearchLeft() {
  const operation = useDesk((desk) => desk.operation)
  return <SearchCase operation={operation} onOperation={(id) => select({ kind: 'operation', id })} />
}

export function SearchSide() {
  const operation = useDesk((desk) => desk.operation)
  const panel = useDesk((desk) => desk.panel)
  return panel ? <OperationForms panel={panel} /> : <SearchPlan operation={operation} />
}
