import { Fragment, type ReactNode } from 'react'
import type { Board } from '../../shared/board/board.ts'
import { clockTime, number } from '../../shared/i18n/format.ts'
import type { SealedText } from '../../shared/kernel/decider.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { taskName } from '../../shared/tasks/task-name.ts'
import { regionName } from '../app/region-name.ts'
import { Officer, People, Person, UnitName } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useBoard, useEntity, useName, useText } from '../store/use-store.ts'
import { actorOf, eventSentence } from './event-sentence.ts'
import type { Part } from './parts.ts'

/** Parts the translated sentence at its blanks; no text of a person holds this character. */
const mark = '\u0001'

/** The event in words of the viewer's language, with the names looked up as they come. */
export function Sentence({ event }: { event: LoggedEvent }) {
  const { t, offset, language } = useDeskWords()
  const { key, params, enteredBy } = eventSentence(event) ?? {
    key: 'journal:other-event' as const,
    params: { who: actorOf(event) },
  }
  const shown: Record<string, ReactNode> = {}
  const blanks: Record<string, string> = {}
  for (const [name, part] of Object.entries(params)) {
    blanks[name] = `${mark}${name}${mark}`
    shown[name] = inWords(part)
  }
  function inWords(part: Part): ReactNode {
    if (typeof part !== 'object') return part
    if ('word' in part) return t(part.word, part.count === undefined ? {} : { count: part.count })
    if ('clock' in part) return clockTime(part.clock, offset, false)
    if ('region' in part) return regionName(t, part.region)
    if ('figure' in part) return number(part.figure, language, part.digits)
    if ('pair' in part)
      return part.pair.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: none of a pair moves
        <Fragment key={index}>
          {index > 0 && ' – '}
          {inWords(one)}
        </Fragment>
      ))
    if ('people' in part) return <People ids={part.people} />
    if ('sealed' in part) return <Sealed text={part.sealed} />
    return <Named of={part.of} id={part.id} />
  }
  const { behalfOf } = event.by
  return (
    <>
      {t(key, blanks)
        .split(mark)
        .map((piece, index) => (
          // Pieces and blanks take turns, and neither moves.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Fragment key={index}>{index % 2 === 0 ? piece : shown[piece]}</Fragment>
        ))}
      {enteredBy && (
        <span className="dim">
          {' · '}
          <Blank text={t('journal:entered-by', { who: mark })} fill={<Officer id={event.by.id} />} />
        </span>
      )}
      {behalfOf && !enteredBy && (
        <span className="dim">
          {' · '}
          <Blank text={t('journal:behalf-of', { whom: mark })} fill={<Carrier id={behalfOf} />} />
        </span>
      )}
    </>
  )
}

function Blank({ text, fill }: { text: string; fill: ReactNode }) {
  const [before, after] = text.split(mark)
  return (
    <>
      {before}
      {fill}
      {after}
    </>
  )
}

function Named({ of, id }: Extract<Part, { of: unknown }>) {
  switch (of) {
    case 'account':
      return <Account id={id} />
    case 'assistant':
      return (
        <b>
          <Person id={id} short />
        </b>
      )
    case 'unit':
      return (
        <b>
          <UnitName id={id} />
        </b>
      )
    case 'task':
      return <Task id={id} />
    case 'operation':
      return <Operation id={id} />
    case 'place':
      return <Place id={id} />
    case 'incident':
      return <Incident id={id} />
    case 'alarm':
      return <Alarm id={id} />
    case 'application':
      return <Application id={id} />
  }
}

function Account({ id }: { id: Id }) {
  const { t } = useDeskWords()
  return <b>{useName(id) ?? t('terms:role.duty-officer')}</b>
}

/** A unit or an assistant, whichever has this id. */
function Carrier({ id }: { id: Id }) {
  const unit = useEntity('unit', id)
  return unit ? <UnitName id={id} /> : <Person id={id} short />
}

function Task({ id }: { id: Id }) {
  const { t } = useDeskWords()
  const name = useBoard((board: Board) => taskName(board, id), Object.is, 'task')
  return <span className="num">{name || t('journal:gone')}</span>
}

function Operation({ id }: { id: Id }) {
  const { t } = useDeskWords()
  const operation = useEntity('operation', id)
  return <>{operation ? `${operation.number} «${operation.title}»` : t('journal:gone')}</>
}

function Place({ id }: { id: Id }) {
  const { t } = useDeskWords()
  const place = useEntity('place', id)
  return <>{place ? `${place.letter} «${place.name}»` : t('journal:gone')}</>
}

function Incident({ id }: { id: Id }) {
  const { t } = useDeskWords()
  const incident = useEntity('incident', id)
  return <>{incident ? `${incident.number}, ${incident.place}` : t('journal:gone')}</>
}

function Alarm({ id }: { id: Id }) {
  const { t } = useDeskWords()
  const alarm = useEntity('alarm', id)
  if (!alarm) return <>{t('journal:gone')}</>
  return (
    <>
      {t(`terms:alarm.${alarm.kind}`)}, <Named of={alarm.subject.kind} id={alarm.subject.id} />
    </>
  )
}

function Application({ id }: { id: Id }) {
  const { t } = useDeskWords()
  const file = useEntity('application', id)
  return <>{file ? t('law:file', { number: file.number }) : t('journal:gone')}</>
}

function Sealed({ text }: { text: SealedText }) {
  const { t } = useDeskWords()
  return <>{useText(text) ?? t('journal:text-hidden')}</>
}
