import type { CommandContext, Suggestion } from './context.ts'
import { deskCommands } from './desk-commands.ts'
import { find } from './find-command.ts'
import { taskOf } from './objects.ts'
import { operationCommands } from './operation-commands.ts'
import { type Reading, readLine } from './parse.ts'
import { refusalOf } from './refusals.ts'
import { taskCommands } from './task-commands.ts'
import type { Verb } from './verbs.ts'

/** So many lines are shown, and so many of one verb while others are possible. */
const mostLines = 9
const mostOfVerb = 3
/** Deciding a line costs something; beyond these nobody would look. */
const mostDecided = 30

const commands: Record<Verb, (context: CommandContext, reading: Reading) => Suggestion[]> = {
  ...taskCommands,
  ...operationCommands,
  ...deskCommands,
  find: (context, { rest, phrase }) => find(context, rest, phrase),
}

/** Whether the verb is typed far enough to be the only one; before that a line that changes something is not yet meant. */
export const isUnique = (text: string, { language }: Pick<CommandContext, 'language'>): boolean => {
  const [best, second] = readLine(text, language)
  return !best || !second || best.used > second.used || best.exact
}

/** What the typed line may become, best first; what cannot run now stays below what can, with its rule. */
export function complete(text: string, context: CommandContext): Suggestion[] {
  if (text.trim() === '') return []
  const readings = readLine(text, context.language)
  const byVerb = readings.map((reading) => {
    const made = commands[reading.verb](context, reading).slice(0, mostDecided)
    const judged = made.map((one) => (one.refused ? one : { ...one, ...refused(context, one) }))
    return judged.sort((a, b) => Number(a.refused !== undefined) - Number(b.refused !== undefined))
  })
  const several = byVerb.filter((list) => list.length > 0).length > 1
  const few = byVerb.flatMap((list) => (several ? list.slice(0, mostOfVerb) : list))
  const shown = [...few.filter((one) => !one.refused), ...few.filter((one) => one.refused)]
  const named = shown.length === 0 || /^\d/.test(text.trim()) ? find(context, text) : []
  const [best] = readings
  if (best && shown.length === 0 && named.length === 0) return [nothing(text, best, context)]
  const lines = [...shown.slice(0, mostLines - Math.min(3, named.length)), ...named]
  return lines
    .filter(({ id }, index) => lines.findIndex((one) => one.id === id) === index)
    .slice(0, mostLines)
}

/** The line was understood and there is nothing that it could be about: said, instead of an empty list. */
function nothing(text: string, { verb, number, args }: Reading, context: CommandContext): Suggestion {
  const { t } = context
  const because =
    number !== null && !taskOf(context, number)
      ? t('commands:no-such-task')
      : args.length > 0
        ? t('commands:nobody-like-that')
        : t(verb === 'offer' ? 'commands:no-free-slot' : 'commands:nothing-for-it')
  return { id: verb, line: text.trim(), does: '', act: { kind: 'go', path: '/' }, refused: { because } }
}

function refused(context: CommandContext, { act }: Suggestion): Pick<Suggestion, 'refused'> {
  const why = act.kind === 'give' ? refusalOf(context, act) : undefined
  return why ? { refused: why } : {}
}

const takesPerson: ReadonlySet<Verb> = new Set([
  'find',
  'offer',
  'stand-down',
  'reassign',
  'hold',
  'resume',
  'book-on',
  'book-off',
  'extend',
])

/** The name or phone in the line, to be asked of the server; empty when none is meant: each question is recorded. */
export function termOf(text: string, context: Pick<CommandContext, 'language'>): string {
  const [best] = readLine(text, context.language)
  if (!best) return /^[\d\s.,;-]+$/.test(text) && text.replace(/\D/g, '').length < 5 ? '' : text.trim()
  if (!takesPerson.has(best.verb)) return ''
  return best.args.filter((arg) => !/^\d{1,4}(-\d+)?$/.test(arg)).join(' ')
}

/** Whether computed teams are wanted. */
export const wantsTeams = (text: string, context: Pick<CommandContext, 'language'>): boolean =>
  readLine(text, context.language)[0]?.verb === 'send'
