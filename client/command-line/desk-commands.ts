import type { Alarm } from '../../shared/alarms/types.ts'
import { clockTime, languages } from '../../shared/i18n/format.ts'
import { bookedOn, HOUR, onDuty, shiftHours } from '../../shared/shifts/types.ts'
import { openAlarms } from '../alarms/open-alarms.ts'
import { themes } from '../app/theme.ts'
import { type Carrying, kindOf } from '../forces/status.ts'
import { type Act, type CommandContext, give, type Suggestion } from './context.ts'
import { personName, personText, personWord, unitName, unitWord } from './objects.ts'
import { fits, type Reading } from './parse.ts'
import { forbidden } from './refusals.ts'

type Make = (context: CommandContext, reading: Reading) => Suggestion[]

const mostOffered = 6

/** One thing, always the same. */
const plain =
  (does: (context: CommandContext) => string, act: Act): Make =>
  (context, { verb, phrase }) => [{ id: verb, line: phrase, does: does(context), act }]

/** One of some named choices. */
function choice<Value extends string>(
  values: (context: CommandContext) => readonly Value[],
  name: (context: CommandContext, value: Value) => string,
  act: (context: CommandContext, value: Value) => Act,
): Make {
  return (context, { verb, phrase, args }) =>
    values(context)
      .filter((value) => fits(name(context, value), args))
      .map((value) => ({
        id: `${verb}:${value}`,
        line: `${phrase} ${name(context, value)}`,
        does: name(context, value),
        act: act(context, value),
      }))
}

function subjectName(context: CommandContext, { subject }: Alarm): string {
  if (subject.kind === 'unit') return unitName(context, subject.id)
  if (subject.kind === 'assistant') return personName(context, subject.id)
  return context.board.place.get(subject.id)?.letter ?? ''
}

function onAlarm(
  which: (context: CommandContext, alarm: Alarm) => boolean,
  does: (context: CommandContext, alarm: Alarm) => string,
  act: (alarm: Alarm) => Act,
): Make {
  return (context, { verb, phrase, args }) =>
    openAlarms(context.board, context.now)
      .filter((alarm) => which(context, alarm))
      .map((alarm) => ({
        alarm,
        words: `${context.t(`terms:alarm.${alarm.kind}`)} ${subjectName(context, alarm)}`,
      }))
      .filter(({ words }) => fits(words, args))
      .map(({ alarm, words }) => ({
        id: `${verb}:${alarm.id}`,
        line: `${phrase} ${words}`,
        does: does(context, alarm),
        act: act(alarm),
        ...(alarm.subject.kind === 'assistant' && { people: [alarm.subject.id] }),
      }))
}

/** Units and people by the words typed, or the selected one. */
function carriersMeant(
  { board, selected, found, ...context }: CommandContext,
  args: readonly string[],
): Carrying[] {
  const all: Carrying[] = [...board.unit.values(), ...board.assistant.values()]
  if (args.length === 0) return all.filter(({ id }) => selected?.id === id)
  const whole = { board, selected, found, ...context }
  return all.filter((one) =>
    kindOf(one) === 'unit'
      ? fits(one.callSign, args)
      : fits(personText(whole, one.id), args) || found.has(one.id),
  )
}

function onShift(
  on: boolean,
  does: (context: CommandContext, carrier: Carrying) => string,
  act: (carrier: Carrying) => Act,
): Make {
  return (context, { verb, phrase, args }) =>
    carriersMeant(context, args)
      .filter((one) => (!('open' in one) || one.open) && bookedOn(one.shift) === on)
      .slice(0, mostOffered)
      .map((one) => {
        const kind = kindOf(one)
        const run = act(one)
        return {
          id: `${verb}:${one.id}`,
          line: `${phrase} ${kind === 'unit' ? unitWord(context, one.id, args) : personWord(context, one.id, args)}`,
          does: does(context, one),
          act: run,
          ...(kind === 'assistant' && { people: [one.id] }),
          ...(run.kind === 'dialog' && {
            refused: forbidden(context, 'ExtendShift', { who: { kind, id: one.id } }),
          }),
        }
      })
}

const who = (carrier: Carrying) => ({ kind: kindOf(carrier), id: carrier.id })

export const deskCommands = {
  own: onAlarm(
    (_, { owner }) => owner === null,
    ({ t, offset }, { raisedAt }) => t('commands:does.own', { since: clockTime(raisedAt, offset) }),
    ({ id }) => give('OwnAlarm', { alarm: id }, { shows: { kind: 'alarm', id } }),
  ),
  resolve: onAlarm(
    ({ viewer }, { owner }) => owner?.account === viewer.account,
    ({ t }) => t('commands:does.resolve'),
    ({ id }) => ({ kind: 'dialog', dialog: { name: 'resolve-alarm', alarm: id } }),
  ),
  'book-on': onShift(
    false,
    ({ t }) => t('commands:does.book-on', { hours: shiftHours.usual }),
    (carrier) => give('BookOn', { who: who(carrier) }),
  ),
  'book-off': onShift(
    true,
    ({ t }) => t('commands:does.book-off'),
    (carrier) => give('BookOff', { who: who(carrier) }),
  ),
  extend: onShift(
    true,
    ({ t, offset, now }, { shift }) =>
      t('commands:does.extend', {
        to: clockTime(onDuty(shift, now) ? shift.to : now + HOUR, offset, false),
      }),
    (carrier) => ({ kind: 'dialog', dialog: { name: 'extend-shift', ...who(carrier) } }),
  ),
  forces: plain(({ t }) => t('tasks:forces-all'), { kind: 'rail', rail: 'forces' }),
  journal: plain(({ t }) => t('keys:show.journal'), { kind: 'rail', rail: 'journal' }),
  page: choice(
    ({ pages }) => pages.map(({ id }) => id),
    ({ t, pages }, page) => {
      const found = pages.find(({ id }) => id === page)
      return found ? t(found.words) : page
    },
    ({ pages }, page) => ({ kind: 'go', path: pages.find(({ id }) => id === page)?.path ?? '/' }),
  ),
  'hand-over': plain(({ t }) => t('commands:does.hand-over'), {
    kind: 'dialog',
    dialog: { name: 'hand-over' },
  }),
  lock: plain(({ t }) => t('commands:does.lock'), { kind: 'lock' }),
  theme: choice(
    () => themes,
    ({ t }, theme) => t(`ui:theme.${theme}`),
    (_, theme) => ({ kind: 'theme', theme }),
  ),
  language: choice(
    () => languages,
    ({ t }, language) => t(`ui:language.${language}`),
    (_, language) => ({ kind: 'language', language }),
  ),
} satisfies Record<string, Make>
