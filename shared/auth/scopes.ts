import type { Board } from '../board/board.ts'
import type { Id } from '../kernel/ids.ts'
import type { Carrier } from '../shifts/events.ts'
import type { Party } from '../tasks/events.ts'

/** Where a command acts: what a grant must cover. */
export interface Scope {
  region: string | null
  operation: Id | null
}

export const ofRegion = (region: string | null | undefined): Scope => ({
  region: region ?? null,
  operation: null,
})
export const ofOperation = (board: Board, operation: Id | null | undefined): Scope => ({
  region: (operation && board.operation.get(operation)?.region) || null,
  operation: operation ?? null,
})
export const ofTask = (board: Board, { task }: { task: Id }) =>
  ofOperation(board, board.task.get(task)?.operation)
export const ofPlace = (board: Board, { place }: { place: Id }) =>
  ofOperation(board, board.place.get(place)?.operation)
export const ofCarrier = (board: Board, { kind, id }: Carrier): Scope => {
  const carrier = board[kind].get(id)
  return {
    region: carrier?.region ?? null,
    operation: board.task.get(carrier?.task ?? '')?.operation ?? null,
  }
}
export const ofAssistant = (board: Board, { assistant }: { assistant: Id }) =>
  ofCarrier(board, { kind: 'assistant', id: assistant })
export const ofUnit = (board: Board, { unit }: { unit: Id }) => ofCarrier(board, { kind: 'unit', id: unit })
/** The register is the region's: who borrows a person for an operation does not change it. */
export const ofRegister = (board: Board, { assistant }: { assistant: Id }) =>
  ofRegion(board.assistant.get(assistant)?.region)
export const ofDevice = (board: Board, { device }: { device: Id }) => {
  const holder = board.device.get(device)?.holder
  return ofRegion(holder && board[holder.kind].get(holder.id)?.region)
}
export const ofAlarm = (board: Board, { alarm }: { alarm: Id }): Scope => {
  const found = board.alarm.get(alarm)
  return { region: found?.region ?? null, operation: found?.operation ?? null }
}
export const ofIncident = (board: Board, { incident }: { incident: Id }) =>
  ofRegion(board.incident.get(incident)?.region)
export const byOperation = (board: Board, { operation }: { operation: Id | null }) =>
  ofOperation(board, operation)
export const byRegion = (_: Board, { region }: { region: string }) => ofRegion(region)
export const ofApplication = (board: Board, { application }: { application: Id }) =>
  ofRegion(board.application.get(application)?.region)
export const ofReport = (board: Board, { report }: { report: Id }) =>
  ofRegion(board.report.get(report)?.region)
export const ofParty = (party: Party) => ('unit' in party ? party.unit : party.assistant)
export const ofClue = (board: Board, { clue }: { clue: Id }) =>
  ofOperation(board, board.clue.get(clue)?.operation)
export const searchersOf = (board: Board, operation: Id): Id[] =>
  [...board.task.values()].flatMap((task) =>
    task.operation === operation ? [task.unit, ...task.members.map(({ assistant }) => assistant)] : [],
  )
/** The units that are at work in an operation. */
export const leadersIn = (board: Board, operation: Id): Id[] =>
  [...board.task.values()].flatMap((task) =>
    task.operation === operation && task.endedAt === null ? [task.unit] : [],
  )
export const leaderOf = (board: Board, { task }: { task: Id }) => [board.task.get(task)?.unit]
