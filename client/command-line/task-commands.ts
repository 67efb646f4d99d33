import type { Id } from '../../shared/kernel/ids.ts'
import type { Party } from '../../shared/tasks/events.ts'
import { isLive, liveMembers, runningTasksOf } from '../../shared/tasks/links.ts'
import { slotIsFree } from '../../shared/tasks/offers.ts'
import { taskName } from '../../shared/tasks/task-name.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { type Act, type CommandContext, give, type Suggestion } from './context.ts'
import {
  lineOf,
  nearestFirst,
  personName,
  personText,
  personWord,
  secondsTo,
  taskLabel,
  taskOf,
  tasksMeant,
  teamText,
  unitName,
  unitWord,
  wayText,
} from './objects.ts'
import { fits, type Reading } from './parse.ts'

type Make = (context: CommandContext, reading: Reading) => Suggestion[]

/** As many people or units as one line offers. */
const mostOffered = 6

const live = (task: Task): Id[] => liveMembers(task).map(({ assistant }) => assistant)

/** About a whole task. */
function onTask(
  does: (context: CommandContext, task: Task) => string,
  act: (task: Task) => Act,
  only: (task: Task) => boolean = () => true,
): Make {
  return (context, reading) =>
    tasksMeant(context, reading)
      .tasks.filter(only)
      .map((task) => ({
        id: `${reading.verb}:${task.id}`,
        line: lineOf(reading, taskLabel(context, task)),
        does: does(context, task),
        act: act(task),
      }))
}

/** About one of a team: the unit where nobody is named, else whom the words fit. */
function onParty(
  does: (context: CommandContext, task: Task, who: string) => string,
  act: (task: Task, party: Party) => Act | null,
): Make {
  return (context, reading) => {
    const { tasks, args } = tasksMeant(context, reading)
    return tasks.flatMap((task) => {
      const label = taskLabel(context, task)
      const unit = fits(unitName(context, task.unit), args)
        ? [{ party: { unit: task.unit }, word: args.length > 0 ? unitWord(context, task.unit, args) : '' }]
        : []
      const members = live(task)
        .filter((id) => fits(personText(context, id), args))
        .map((assistant) => ({ party: { assistant }, word: personWord(context, assistant, args) }))
      const parties: { party: Party; word: string }[] = [...unit, ...members]
      return parties.flatMap(({ party, word }) => {
        const run = act(task, party)
        if (!run) return []
        const id = 'unit' in party ? party.unit : party.assistant
        const who = 'unit' in party ? unitName(context, id) : personName(context, id)
        return {
          id: `${reading.verb}:${task.id}:${id}`,
          line: lineOf(reading, label, word),
          does: does(context, task, who),
          act: run,
          people: live(task),
        }
      })
    })
  }
}

const byRadio = (step: 'accepted' | 'declined' | 'en-route' | 'on-scene' | 'complete'): Make =>
  onParty(
    ({ t }, _, who) => t('commands:does.by-radio', { who, step: t(`terms:step.${step}`) }),
    (task, party) =>
      step === 'accepted' || step === 'declined'
        ? give('AnswerOffer', { task: task.id, party, answer: step === 'accepted' ? 'accept' : 'decline' })
        : give('TakeStep', { task: task.id, party, to: step }),
  )

const requested = (task: Task): boolean => task.orders.length === 0

const reassign: Make = (context, reading) => {
  const { board, t } = context
  const last = reading.args.at(-1) ?? ''
  const target = reading.args.length > 1 || reading.number !== null ? taskOf(context, last) : undefined
  const who = target ? reading.args.slice(0, -1) : reading.args
  const { tasks, args } = tasksMeant(context, { ...reading, args: who })
  return tasks.flatMap((from) =>
    live(from)
      .filter((assistant) => fits(personText(context, assistant), args))
      .flatMap((assistant) =>
        (target ? [target] : runningTasksOf(board, from.operation))
          .filter((to) => to !== from && !requested(to))
          .map((to) => {
            const slots = board.place.get(to.place)?.slots ?? []
            const free = slots.findIndex((_, slot) => slotIsFree(to, slot))
            return {
              id: `reassign:${assistant}:${to.id}`,
              line: lineOf(
                reading,
                ...(reading.number === null ? [] : [taskLabel(context, from)]),
                personWord(context, assistant, args),
                taskLabel(context, to),
              ),
              does: t('commands:does.reassign', {
                who: personName(context, assistant),
                from: taskName(board, from.id),
                to: taskName(board, to.id),
              }),
              act: give('MoveMember', { from: from.id, to: to.id, assistant, slot: Math.max(0, free) }),
              people: live(from),
            }
          }),
      ),
  )
}

const replaceUnit: Make = (context, reading) => {
  const { board, t } = context
  const { tasks, args } = tasksMeant(context, reading)
  return tasks.slice(0, reading.number === null && args.length === 0 ? 1 : undefined).flatMap((task) => {
    const at = board.place.get(task.place)?.meeting.at
    return [...board.unit.values()]
      .filter(({ id, open, callSign }) => open && id !== task.unit && fits(callSign, args))
      .map((unit) => ({ unit, seconds: secondsTo(context, 'unit', unit.id, at) }))
      .sort((a, b) => Number(a.unit.task !== null) - Number(b.unit.task !== null) || nearestFirst(a, b))
      .slice(0, mostOffered)
      .map(({ unit, seconds }) => ({
        id: `replace-unit:${task.id}:${unit.id}`,
        line: lineOf(reading, taskLabel(context, task), unitWord(context, unit.id, args)),
        does: t('commands:does.replace-unit', {
          old: unitName(context, task.unit),
          time: wayText(context, seconds),
        }),
        act: give('ReplaceUnit', { task: task.id, unit: unit.id }, { seen: [`unit:${unit.id}`] }),
      }))
  })
}

const offer: Make = (context, reading) => {
  const { board, t } = context
  const { tasks, args } = tasksMeant(context, reading)
  return tasks
    .filter((task) => !requested(task) && isLive(task.unitLink))
    .slice(0, reading.number === null && args.length === 0 ? 1 : undefined)
    .flatMap((task) => {
      const place = board.place.get(task.place)
      const slot = place?.slots.findIndex((_, index) => slotIsFree(task, index)) ?? -1
      if (slot < 0) return []
      return [...board.assistant.values()]
        .filter(({ id, shift }) =>
          args.length > 0
            ? fits(personText(context, id), args) || context.found.has(id)
            : shift?.closedAt === null,
        )
        .map((assistant) => ({
          assistant,
          seconds: secondsTo(context, 'assistant', assistant.id, place?.meeting.at),
        }))
        .sort(
          (a, b) =>
            Number(a.assistant.task !== null) - Number(b.assistant.task !== null) || nearestFirst(a, b),
        )
        .slice(0, mostOffered)
        .map(({ assistant: { id }, seconds }) => ({
          id: `offer:${task.id}:${id}`,
          line: lineOf(reading, taskLabel(context, task), personWord(context, id, args)),
          does: t('commands:does.offer', {
            task: taskName(board, task.id),
            slot: slot + 1,
            time: wayText(context, seconds),
          }),
          act: give('OfferSlot', { task: task.id, assistant: id, slot }, { seen: [`assistant:${id}`] }),
          people: [id],
        }))
    })
}

/** What may be said about a running task. */
export const taskCommands = {
  accept: byRadio('accepted'),
  decline: byRadio('declined'),
  'en-route': byRadio('en-route'),
  'on-scene': byRadio('on-scene'),
  complete: byRadio('complete'),
  task: onTask(teamText, ({ id, operation }) => ({ kind: 'show', thing: { kind: 'task', id }, operation })),
  approve: onTask(
    (context, task) => context.t('commands:does.approve', { team: teamText(context, task) }),
    ({ id }) => give('ApproveTask', { task: id }, { seen: [`task:${id}`] }),
    requested,
  ),
  refuse: onTask(
    (context, task) => context.t('commands:does.refuse', { team: teamText(context, task) }),
    ({ id }) => give('RefuseTask', { task: id }),
    requested,
  ),
  recall: onTask(
    (context, task) => context.t('commands:does.recall', { team: teamText(context, task) }),
    ({ id }) => give('RecallTask', { task: id }),
  ),
  'stand-down': onParty(
    ({ t, board }, task, who) => t('commands:does.stand-down', { who, task: taskName(board, task.id) }),
    (task, party) => give('StandDown', { task: task.id, party }),
  ),
  hold: onParty(
    ({ t, board }, task, who) => t('commands:does.hold', { who, task: taskName(board, task.id) }),
    (task, party) =>
      'assistant' in party ? give('HoldMember', { task: task.id, rule: 'desk', ...party }) : null,
  ),
  resume: onParty(
    ({ t, board }, task, who) => t('commands:does.resume', { who, task: taskName(board, task.id) }),
    (task, party) => ('assistant' in party ? give('ResumeMember', { task: task.id, ...party }) : null),
  ),
  reassign,
  'replace-unit': replaceUnit,
  offer,
} satisfies Record<string, Make>
