import type { Id } from '../../shared/kernel/ids.ts'
import { IncidentPanel } from '../operations/IncidentPanel.tsx'
import { OperationList } from '../operations/OperationList.tsx'
import { OperationPanel } from '../operations/OperationPanel.tsx'
import { useEntity } from '../store/use-store.ts'
import { openPanel, select, useDesk } from './desk-state.ts'

/** The rail's list of operations. */
export function Operations() {
  const operation = useDesk((desk) => desk.operation)
  const panel = useDesk((desk) => desk.panel?.name)
  return (
    <OperationList
      selected={operation}
      onSelect={(id) => {
        // What is about one operation ends with it; a form keeps what was typed.
        if (panel === 'proposal' || panel === 'timeline') openPanel(null)
        select({ kind: 'operation', id })
      }}
    />
  )
}

/** The right panel of a selected operation, place or incident. */
export function OperationThing({ kind, id }: { kind: 'operation' | 'place' | 'incident'; id: Id }) {
  const place = useEntity('place', kind === 'place' ? id : null)
  if (kind === 'incident') return <IncidentPanel id={id} />
  if (kind === 'operation') return <OperationPanel id={id} />
  return place ? <OperationPanel id={place.operation} place={id} /> : null
}
