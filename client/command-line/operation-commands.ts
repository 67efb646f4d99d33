import { findPoints, parseCoordinates } from '../../shared/city/find-point.ts'
import { placesInOrder } from '../../shared/operations/staffing.ts'
import type { Operation, OperationKind } from '../../shared/operations/types.ts'
import { taskAt } from '../../shared/tasks/links.ts'
import { taskName } from '../../shared/tasks/task-name.ts'
import type { DeskPanel } from '../app/desk-state.ts'
import { type CommandContext, give, type Suggestion } from './context.ts'
import { personName, tasksMeant, unitName, wayText } from './objects.ts'
import { fits, type Reading } from './parse.ts'
import { forbidden } from './refusals.ts'

type Make = (context: CommandContext, reading: Reading) => Suggestion[]

const atHand = ({ board, operation }: CommandContext): Operation | null =>
  (operation && board.operation.get(operation)) || null

const open = ({ board }: CommandContext): Operation[] =>
  [...board.operation.values()]
    .filter(({ closedAt }) => closedAt === null)
    .sort((a, b) => b.number - a.number)

/** Stays in the list and says what is missing. */
const withoutOperation = ({ t }: CommandContext, { verb, phrase }: Reading): Suggestion[] => [
  {
    id: verb,
    line: phrase,
    does: '',
    act: { kind: 'rail', rail: 'journal' },
    refused: { because: t('commands:no-operation') },
  },
]

function newOperation(kind: OperationKind, page: string): Make {
  return (context, { verb, phrase }) => [
    {
      id: verb,
      line: phrase,
      does: context.t('commands:does.open-form'),
      act: {
        kind: 'panel',
        panel: { name: 'new-operation' },
        path: context.pages.find(({ id }) => id === page)?.path,
      },
      refused: context.pages.some(({ id }) => id === page)
        ? forbidden(context, 'OpenOperation', { kind, region: context.region ?? '' })
        : { code: 'command.forbidden' },
    },
  ]
}

/** A form or view of the operation at hand, or of the one whose number follows. */
function panelOf(
  name: 'change-operation' | 'end-operation' | 'timeline' | 'proposal',
  does: (context: CommandContext, operation: Operation) => string,
): Make {
  return (context, reading) => {
    const { verb, phrase, args } = reading
    const own = atHand(context)
    const meant =
      args.length > 0
        ? open(context).filter(({ number, title }) => fits(`${number} ${title}`, args))
        : own
          ? [own]
          : []
    if (meant.length === 0 && args.length === 0) return withoutOperation(context, reading)
    return meant.map((operation) => ({
      id: `${verb}:${operation.id}`,
      line: args.length > 0 ? `${phrase} ${operation.number}` : phrase,
      does: does(context, operation),
      act: { kind: 'panel', panel: { name, operation: operation.id } satisfies DeskPanel },
      refused:
        name === 'timeline'
          ? undefined
          : forbidden(context, name === 'proposal' ? 'PlanPlace' : 'ChangeOperation', {
              operation: operation.id,
            }),
    }))
  }
}

const title = (_: CommandContext, { number, title: name }: Operation): string => `${number} ${name}`

const newPlace: Make = (context, reading) => {
  const { verb, phrase, rest } = reading
  const operation = atHand(context)
  if (!operation) return withoutOperation(context, reading)
  const refused = forbidden(context, 'PlanPlace', { operation: operation.id })
  if (rest.trim() === '')
    return [
      {
        id: verb,
        line: phrase,
        does: context.t('commands:does.open-form'),
        act: { kind: 'panel', panel: { name: 'new-place', operation: operation.id } },
        refused,
      },
    ]
  const typed = parseCoordinates(rest) !== null
  return findPoints(context.city, rest, context.language, 4).map(({ name, at }) => ({
    id: `${verb}:${name}`,
    line: `${phrase} ${typed ? rest.trim() : name}`,
    does: `${title(context, operation)}: ${name}`,
    act: { kind: 'panel', panel: { name: 'new-place', operation: operation.id, at } },
    refused,
  }))
}

/** The order goes out for one place, with the team that was computed for it and stands in the second column. */
const send: Make = (context, reading) => {
  const { board, proposal, t } = context
  const { phrase, args } = reading
  const operation = atHand(context)
  if (!operation) return withoutOperation(context, reading)
  return placesInOrder(board, operation.id)
    .filter(({ letter, name }) => fits(`${letter} ${name}`, args))
    .map((place) => {
      const line = `${phrase} ${place.letter}`
      const id = `send:${place.id}`
      const running = taskAt(board, place.id)
      const none = {
        id,
        line,
        does: '',
        act: { kind: 'show', thing: { kind: 'place', id: place.id } } as const,
      }
      if (running)
        return {
          ...none,
          refused: { code: 'place.has-task', params: { task: taskName(board, running.id) } },
        }
      const team = proposal?.teams.find((one) => one.place === place.id)
      if (!proposal || !team?.unit) {
        const because = t(proposal ? 'commands:no-team' : 'commands:looking')
        return { ...none, refused: { because } }
      }
      const arrive = Math.max(team.unit.arrive, ...team.members.map((member) => member.arrive))
      const members = team.members.map(({ assistant, slot }) => ({ assistant, slot }))
      return {
        id,
        line,
        does: t('commands:does.send', {
          team: [
            unitName(context, team.unit.id),
            ...members.map((one) => personName(context, one.assistant)),
          ].join(', '),
          time: wayText(context, arrive),
        }),
        act: { kind: 'send', proposal, team } as const,
        people: members.map(({ assistant }) => assistant),
        refused: forbidden(context, 'SendTask', {
          operation: operation.id,
          place: place.id,
          unit: team.unit.id,
          members,
        }),
      }
    })
}

const message: Make = (context, reading) => {
  const { t, board } = context
  const operation = atHand(context)
  if (!operation) return withoutOperation(context, reading)
  const { verb, phrase } = reading
  const named = reading.number !== null || /^\d+(-\d+)?$/.test(reading.args[0] ?? '')
  const task = named ? tasksMeant(context, reading).tasks[0] : undefined
  const text = task && reading.number === null ? reading.rest.replace(/^\S+\s*/, '') : reading.rest
  const to = task
    ? t('commands:does.message-team', { task: taskName(board, task.id) })
    : toAll(context, operation)
  const head =
    reading.number !== null ? `${reading.number} ${phrase}` : task ? `${phrase} ${reading.args[0]}` : phrase
  const body = { operation: task?.operation ?? operation.id, task: task?.id ?? null }
  if (verb === 'roll-call')
    return [{ id: verb, line: head, does: to, act: give('SendMessage', { kind: 'roll-call', ...body }) }]
  return [
    text.trim() === ''
      ? {
          id: verb,
          line: head,
          does: `${t('commands:does.message-write')}, ${to}`,
          act: { kind: 'dialog', dialog: { name: 'message', ...body } },
          refused: forbidden(context, 'SendMessage', body),
        }
      : {
          id: verb,
          line: `${head} ${text}`,
          does: to,
          act: give('SendMessage', { kind: 'text', ...body, text: text.trim() }),
        },
  ]
}

const toAll = ({ t }: CommandContext, { number }: Operation): string =>
  t('commands:does.message-all', { number })

const note: Make = (context, { verb, phrase, rest }) => {
  const { t, region } = context
  const operation = atHand(context)
  const body = { operation: operation?.id ?? null, ...(!operation && region !== null && { region }) }
  return [
    rest.trim() === ''
      ? {
          id: verb,
          line: phrase,
          does: t('commands:does.note-write'),
          act: { kind: 'dialog', dialog: { name: 'note' } },
          refused: forbidden(context, 'AddNote', body),
        }
      : {
          id: verb,
          line: `${phrase} ${rest}`,
          does: operation ? title(context, operation) : t('commands:does.note'),
          act: give('AddNote', { ...body, note: rest.trim() }),
        },
  ]
}

export const operationCommands = {
  open: (context, { phrase, args }) =>
    open(context)
      .filter(({ number, title: name }) => fits(`${number} ${name}`, args))
      .map(({ id, number, title: name, kind }) => ({
        id: `open:${id}`,
        line: `${phrase} ${number}`,
        does: `${context.t(`terms:operation.${kind}`)}: ${name}`,
        act: { kind: 'show', thing: { kind: 'operation', id } },
      })),
  'new-patrol': newOperation('patrol', 'patrol'),
  'new-event': newOperation('event-security', 'event'),
  'new-search': newOperation('search', 'search'),
  'new-place': newPlace,
  'new-incident': (context, { verb, phrase }) => [
    {
      id: verb,
      line: phrase,
      does: context.t('commands:does.open-form'),
      act: { kind: 'panel', panel: { name: 'new-incident' } },
      refused: forbidden(context, 'ReportIncident', { region: context.region ?? '' }),
    },
  ],
  propose: panelOf('proposal', ({ t }, { number }) => t('commands:does.propose', { number })),
  change: panelOf('change-operation', title),
  end: panelOf('end-operation', title),
  timeline: panelOf('timeline', title),
  send,
  message,
  'roll-call': message,
  note,
} satisfies Record<string, Make>
