import { useCallback } from 'react'
import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import {
  type OperationStaffing,
  operationStaffing,
  type PlaceStaffing,
} from '../../shared/operations/staffing.ts'
import { useBoard } from '../store/use-store.ts'
import { now } from '../ui/clock.ts'

/** Who is where in one operation; a new value only when something of it changed. */
export function useStaffing(operation: Id | null | undefined): OperationStaffing | null {
  const select = useCallback(
    (board: Board) => {
      const found = operation ? board.operation.get(operation) : undefined
      return found ? operationStaffing(board, found, now()) : null
    },
    [operation],
  )
  return useBoard(select, sameStaffing)
}

function sameStaffing(a: OperationStaffing | null, b: OperationStaffing | null): boolean {
  if (a === null || b === null) return a === b
  return a.places.length === b.places.length && a.places.every((place, i) => samePlace(place, b.places[i]))
}

const samePlace = (a: PlaceStaffing, b: PlaceStaffing | undefined): boolean =>
  b !== undefined && a.place === b.place && a.task === b.task && a.short === b.short
