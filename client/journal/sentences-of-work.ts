import type { OperationEvent } from '../../shared/operations/events.ts'
import type { TaskEvent } from '../../shared/tasks/events.ts'
import {
  assistant,
  entered,
  idOf,
  ids,
  operation,
  pairOf,
  partyOf,
  type Sentences,
  task,
  unit,
} from './parts.ts'

/** Operations, their places and tasks. */
export const sentencesOfWork: Sentences<OperationEvent['type'] | TaskEvent['type']> = {
  OperationOpened: ({ data }, who) => ({
    key: 'journal:operation-opened',
    params: { who, number: data.number, title: data.title },
  }),
  OperationChanged: ({ data }, who) => ({
    key: 'journal:operation-changed',
    params: { who, operation: operation(data.operation) },
  }),
  PlacePlanned: ({ data }, who) => ({
    key: 'journal:place-planned',
    params: {
      who,
      letter: data.place.letter,
      name: data.place.name,
      operation: operation(data.place.operation),
    },
  }),
  PlaceChanged: ({ data }, who) => ({
    key: 'journal:place-changed',
    params: { who, letter: data.place.letter, name: data.place.name },
  }),
  PlaceRemoved: ({ data }, who) => ({
    key: 'journal:place-removed',
    params: { who, operation: operation(data.operation) },
  }),
  HandSet: ({ data }, who) => ({
    key: `journal:hand-set.${data.hand.kind}`,
    params: { who, pair: pairOf(data.hand), operation: operation(data.operation) },
  }),
  HandCleared: ({ data }, who) => ({
    key: `journal:hand-cleared.${data.hand.kind}`,
    params: { who, pair: pairOf(data.hand), operation: operation(data.operation) },
  }),
  OperationClosed: ({ data }, who) => ({
    key: 'journal:operation-closed',
    params: { who, operation: operation(data.operation), outcome: { word: `terms:outcome.${data.outcome}` } },
  }),
  NoteAdded: ({ data }, who) => ({ key: 'journal:note', params: { who, text: { sealed: data.body } } }),

  TaskRequested: ({ data }, who) => ({
    key: 'journal:task-requested',
    params: { who, task: task(data.task), unit: unit(data.unit), people: ids(data.members) },
  }),
  TaskRequestRefused: ({ data }, who) => ({
    key: 'journal:task-request-refused',
    params: { who, task: task(data.task) },
  }),
  TaskSent: ({ data }, who) => ({
    key: 'journal:task-sent',
    params: { who, task: task(data.task), unit: unit(data.unit), people: ids(data.members) },
  }),
  MemberOffered: ({ data }, who) => ({
    key: 'journal:member-offered',
    params: { who, task: task(data.task), person: assistant(data.assistant) },
  }),
  StepTaken: (event) => ({
    key: `journal:step.${event.data.to}`,
    params: { party: partyOf(event.data.party), task: task(event.data.task) },
    ...entered(event, idOf(event.data.party)),
  }),
  StepUndone: (event, who) => ({
    key: 'journal:step-undone',
    params: {
      who,
      party: partyOf(event.data.party),
      task: task(event.data.task),
      step: { word: `terms:step.${event.data.to}` },
    },
  }),
  OrderChanged: ({ data }, who) => ({
    key: 'journal:order-changed',
    params: { who, task: task(data.task), version: data.order.version },
  }),
  OrderSeen: (event) => ({
    key: 'journal:order-seen',
    params: {
      party: partyOf(event.data.party),
      task: task(event.data.task),
      state: { word: `terms:order.${event.data.state}` },
    },
    ...entered(event, idOf(event.data.party)),
  }),
  MemberMoved: ({ data }, who) => ({
    key: 'journal:member-moved',
    params: { who, person: assistant(data.assistant), from: task(data.from), to: task(data.to) },
  }),
  UnitReplaced: ({ data }, who) => ({
    key: 'journal:unit-replaced',
    params: { who, task: task(data.task), from: unit(data.from), to: unit(data.to) },
  }),
  PostCheckedIn: ({ data }, who) => ({
    key: 'journal:post-checked-in',
    params: {
      who,
      task: task(data.task),
      people: { word: 'terms:people', count: data.present.length },
    },
  }),
  TaskEnded: ({ data }) => ({ key: `journal:task-ended.${data.outcome}`, params: { task: task(data.task) } }),
}
