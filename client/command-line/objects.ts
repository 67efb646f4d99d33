import type { LatLng } from '../../shared/geo/lat-lng.ts'
import { travelTime } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { arriveSeconds } from '../../shared/matching/cost.ts'
import { travel } from '../../shared/pairing/candidates.ts'
import { liveMembers } from '../../shared/tasks/links.ts'
import { taskName } from '../../shared/tasks/task-name.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { shortName } from '../operations/short-name.ts'
import type { CommandContext } from './context.ts'
import { fits, type Reading } from './parse.ts'

/** 3 in its own operation, 1187-3 elsewhere. */
export function taskLabel({ board, operation }: CommandContext, task: Task): string {
  return task.operation === operation ? String(task.number) : taskName(board, task.id)
}

export const unitName = ({ board }: CommandContext, id: Id): string => board.unit.get(id)?.callSign ?? ''

/** "15" stays "15", so that the line goes on from what was typed. */
export function unitWord(context: CommandContext, id: Id, args: readonly string[]): string {
  const callSign = unitName(context, id)
  const number = /\d+$/.exec(callSign)?.[0]
  return number !== undefined && number === args.at(-1) ? number : callSign
}

export function personName({ board, nameOf }: CommandContext, id: Id): string {
  const name = nameOf(id)
  return name === null ? (board.assistant.get(id)?.callSign ?? '') : shortName(name)
}

/** By call sign where that is what was typed. */
export function personWord(context: CommandContext, id: Id, args: readonly string[]): string {
  const callSign = context.board.assistant.get(id)?.callSign ?? ''
  return args.some((arg) => arg.length > 1 && /[-\d]/.test(arg) && fits(callSign, [arg]))
    ? callSign
    : personName(context, id)
}

/** Call sign and name, to be looked for in. */
export function personText({ board, nameOf }: CommandContext, id: Id): string {
  return [board.assistant.get(id)?.callSign, nameOf(id)].filter(Boolean).join(' ')
}

/** "Алатау-14, 2 помощника" */
export function teamText(context: CommandContext, task: Task): string {
  const people = liveMembers(task).length
  return [unitName(context, task.unit), people > 0 && context.t('terms:assistants', { count: people })]
    .filter(Boolean)
    .join(', ')
}

/** How long somebody needs along the streets; null without a fix. */
export function secondsTo(
  { spotOf, board }: CommandContext,
  kind: 'unit' | 'assistant',
  id: Id,
  to: LatLng | undefined,
): number | null {
  const at = spotOf(kind, id)
  if (!at || !to) return null
  const drives = kind === 'unit' && board.unit.get(id)?.mobility === 'car'
  return arriveSeconds(at, to, drives ? travel.drivingMps : undefined)
}

export function wayText({ t, language }: CommandContext, seconds: number | null): string {
  return seconds === null ? t('commands:unknown-way') : travelTime(seconds * 1000, language)
}

/** The nearest first, those whose place is unknown last. */
export const nearestFirst = (a: { seconds: number | null }, b: { seconds: number | null }): number =>
  (a.seconds ?? Number.MAX_VALUE) - (b.seconds ?? Number.MAX_VALUE)

const running = ({ endedAt }: Task): boolean => endedAt === null

/** A task by 3 (of the operation at hand) or 1187-3. */
export function taskOf({ board, operation }: CommandContext, number: string): Task | undefined {
  for (const task of board.task.values())
    if (
      running(task) &&
      (taskName(board, task.id) === number ||
        (task.operation === operation && String(task.number) === number))
    )
      return task
  return undefined
}

/** The task that the selection is about. */
function selectedTask({ board, selected }: CommandContext): Task | undefined {
  switch (selected?.kind) {
    case 'task':
      return board.task.get(selected.id)
    case 'unit':
    case 'assistant':
      return board.task.get(board[selected.kind].get(selected.id)?.task ?? '')
    case 'place':
      return [...board.task.values()].find((task) => running(task) && task.place === selected.id)
    default:
      return undefined
  }
}

/** The tasks a line may mean, the selected one first, and the words that are left over for a person or unit. */
export function tasksMeant(
  context: CommandContext,
  { number, args }: Reading,
): { tasks: Task[]; args: string[] } {
  const first = args[0]
  const named = number ?? (first !== undefined && taskOf(context, first) ? first : null)
  if (named !== null) {
    const task = taskOf(context, named)
    return { tasks: task ? [task] : [], args: number === null ? args.slice(1) : args }
  }
  const { board, operation } = context
  const own = [...board.task.values()]
    .filter((task) => running(task) && task.operation === operation)
    .sort((a, b) => a.number - b.number)
  const selected = selectedTask(context)
  const tasks = selected && running(selected) ? [selected, ...own.filter((task) => task !== selected)] : own
  return { tasks, args }
}

/** "3 отозвать" stays in that order. */
export function lineOf({ number, phrase }: Reading, ...words: string[]): string {
  const [label = '', ...more] = words
  return (number === null ? [phrase, label, ...more] : [label, phrase, ...more]).filter(Boolean).join(' ')
}
