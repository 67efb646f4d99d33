import type { Id } from '../../shared/kernel/ids.ts'
import { OperationList } from '../operations/OperationList.tsx'
import { type DeskPanel, select, useDesk } from './desk-state.ts'

/** The rail's list of operations. */
export function Operations() {
  const operation = useDesk((desk) => desk.operation)
  return <OperationList selected={operation} onSelect={(id) => select({ kind: 'operation', id })} />
}

/** The right panel of a selected operation, place or incident. */
export function OperationThing(_: { kind: 'operation' | 'place' | 'incident'; id: Id }) {
  return null
}

/** Whatever `openPanel` put in front: forms, the timeline, the proposal. */
export function OperationForms(_: { panel: DeskPanel }) {
  return null
}

/** Draws operations, places and incidents on the map, for all pages that have one; shows nothing itself. */
export function OperationShapes() {
  return null
}

export function EventBoard() {
  return null
}

export function EventSide() {
  return null
}

export function SearchLeft() {
  return null
}

export function SearchSide() {
  return null
}
