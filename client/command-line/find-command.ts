import { findPoints, parseCoordinates } from '../../shared/city/find-point.ts'
import { taskAt } from '../../shared/tasks/links.ts'
import { type Carrying, kindOf, statusOf } from '../forces/status.ts'
import type { CommandContext, Suggestion } from './context.ts'
import { personText, taskOf, teamText } from './objects.ts'
import { fits, wordsOf } from './parse.ts'

const mostFound = 6

/** Whatever a call sign, name, phone, place, number or pair of coordinates means; `lead` = the verb in front. */
export function find(context: CommandContext, text: string, lead = ''): Suggestion[] {
  const term = text.trim()
  if (term === '') return []
  const start = lead === '' ? '' : `${lead} `
  return [
    ...byNumber(context, term),
    ...points(context, term, true),
    ...carriers(context, term),
    ...places(context, term),
    ...points(context, term, false),
  ]
    .slice(0, mostFound)
    .map((one) => ({ ...one, line: start + one.line }))
}

function byNumber(context: CommandContext, term: string): Suggestion[] {
  const { board, t } = context
  const task = taskOf(context, term)
  const operation = [...board.operation.values()].find(({ number }) => String(number) === term)
  return [
    ...(task
      ? [
          {
            id: `find:${task.id}`,
            line: term,
            does: teamText(context, task),
            act: { kind: 'show', thing: { kind: 'task', id: task.id }, operation: task.operation } as const,
          },
        ]
      : []),
    ...(operation
      ? [
          {
            id: `find:${operation.id}`,
            line: term,
            does: `${t(`terms:operation.${operation.kind}`)}: ${operation.title}`,
            act: { kind: 'show', thing: { kind: 'operation', id: operation.id } } as const,
          },
        ]
      : []),
  ]
}

function carriers(context: CommandContext, term: string): Suggestion[] {
  const { board, t, found, nameOf } = context
  const args = wordsOf(term)
  const all: Carrying[] = [...board.unit.values(), ...board.assistant.values()]
  return all
    .filter(
      (one) =>
        fits(kindOf(one) === 'unit' ? one.callSign : personText(context, one.id), args) || found.has(one.id),
    )
    .slice(0, mostFound)
    .map((one) => {
      const kind = kindOf(one)
      const task = board.task.get(one.task ?? '')
      const status = statusOf(one, task)
      const word =
        status === 'free' || status === 'off-duty' || status === 'leaving'
          ? t(`terms:status.${status}`)
          : status === 'requested'
            ? t('terms:task.requested')
            : t(`terms:step.${status}`)
      const name =
        kind === 'unit' || fits(one.callSign, args) ? one.callSign : (nameOf(one.id) ?? one.callSign)
      const other = name === one.callSign ? nameOf(one.id) : one.callSign
      return {
        id: `find:${one.id}`,
        line: name,
        does: [kind === 'unit' ? t('terms:role.unit') : other, word].filter(Boolean).join(', '),
        act: { kind: 'show', thing: { kind, id: one.id }, operation: task?.operation } as const,
        ...(kind === 'assistant' && { people: [one.id] }),
      }
    })
}

function places({ board, t, operation }: CommandContext, term: string): Suggestion[] {
  const args = wordsOf(term)
  return [...board.place.values()]
    .filter((place) => place.operation === operation && fits(place.name, args))
    .map(({ id, kind, letter, name }) => ({
      id: `find:${id}`,
      line: name,
      does: `${t(`terms:place.${kind}`)} ${letter}${taskAt(board, id) ? '' : ` · ${t('tasks:nobody-sent')}`}`,
      act: { kind: 'show', thing: { kind: 'place', id }, operation: operation ?? undefined } as const,
    }))
}

/** `typed`: only coordinates, which come first; else only what the city has a name for. */
function points({ city, t, language }: CommandContext, term: string, typed: boolean): Suggestion[] {
  if ((parseCoordinates(term) !== null) !== typed) return []
  return findPoints(city, term, language, 3).map(({ name, at }) => ({
    id: `find:${name}`,
    line: typed ? term : name,
    does: typed ? `${name} · ${t('commands:does.go')}` : t('commands:does.go'),
    act: { kind: 'point', at } as const,
  }))
}
