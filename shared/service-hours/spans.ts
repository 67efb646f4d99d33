import type { SerikEvent } from '../board/fold.ts'
import type { LoggedEvent } from '../kernel/event.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { OperationKind } from '../operations/types.ts'
import type { Step } from '../tasks/types.ts'

/** A stretch of time and the records that say so; `to` is null while it runs. */
export interface Span {
  from: Millis
  to: Millis | null
  records: number[]
  byRadio: boolean
}

export interface ShiftSpan extends Span {
  /** Until when the window was. */
  until: Millis
}

export interface WorkSpan extends Span {
  task: Id
  step: 'en-route' | 'on-scene'
}

export interface KnownTask {
  number: number
  operation: Id
  kind: OperationKind | null
}

export interface Spans {
  shifts: ShiftSpan[]
  work: WorkSpan[]
  tasks: Map<Id, KnownTask>
}

const isWork = (step: Step): step is WorkSpan['step'] => step === 'en-route' || step === 'on-scene'

/** Shifts and work of one person as the log tells them, in its order. Total: what does not concern the person is passed over. */
export function spansOf(assistant: Id, events: readonly LoggedEvent[]): Spans {
  const spans: Spans = { shifts: [], work: [], tasks: new Map() }
  for (const event of events) take(spans, assistant, event as SerikEvent)
  return spans
}

function take(spans: Spans, me: Id, event: SerikEvent): void {
  switch (event.type) {
    case 'ShiftOpened': {
      const { who, from, to: until } = event.data
      if (who.id !== me) return
      close(running(spans.shifts), event)
      spans.shifts.push({ ...opened(event), from, until })
      return
    }
    case 'ShiftExtended': {
      const shift = running(spans.shifts)
      if (event.data.who.id !== me || !shift) return
      shift.until = event.data.to
      note(shift, event)
      return
    }
    case 'ShiftClosed':
      if (event.data.who.id === me) close(running(spans.shifts), event)
      return
    case 'TaskSent':
    case 'TaskRequested': {
      const { task, number, operation } = event.data
      const kind = event.type === 'TaskSent' ? event.data.order.basis.kind : null
      spans.tasks.set(task, { number, operation, kind })
      return
    }
    case 'StepTaken': {
      const { task, party, to } = event.data
      if ('assistant' in party && party.assistant === me) goOn(spans, event, task, to)
      return
    }
    case 'StepUndone': {
      const { task, party, to } = event.data
      if ('assistant' in party && party.assistant === me) goBack(spans, event, task, to)
      return
    }
    case 'MemberMoved':
      if (event.data.assistant === me) goOn(spans, event, event.data.to, event.data.step)
      return
    case 'TaskEnded': {
      const work = running(spans.work)
      if (work?.task === event.data.task) close(work, event)
    }
  }
}

function goOn({ work }: Spans, event: LoggedEvent, task: Id, step: Step): void {
  close(running(work), event)
  if (isWork(step)) work.push({ ...opened(event), task, step })
}

/** A step taken back was no step: what it ended goes on as if it had not been. */
function goBack(spans: Spans, event: LoggedEvent, task: Id, step: Step): void {
  const { work } = spans
  const undone = running(work)
  if (undone) work.pop()
  const before = work.at(-1)
  const ended = before?.task === task && before.step === step && (!undone || before.to === undone.from)
  if (before && ended) {
    before.to = null
    for (const seq of undone?.records ?? []) if (!before.records.includes(seq)) before.records.push(seq)
    note(before, event)
  } else goOn(spans, event, task, step)
}

const running = <S extends Span>(spans: S[]): S | undefined => {
  const last = spans.at(-1)
  return last?.to === null ? last : undefined
}

const opened = (event: LoggedEvent) => ({
  ...{ from: event.at, to: null, records: [event.seq] },
  byRadio: event.by.behalfOf !== undefined,
})

function note(span: Span, { seq, by }: LoggedEvent): void {
  span.records.push(seq)
  if (by.behalfOf !== undefined) span.byRadio = true
}

function close(span: Span | undefined, event: LoggedEvent): void {
  if (!span) return
  span.to = event.at
  note(span, event)
}
