import type { Board } from '../../shared/board/board.ts'
import { clockTime, type Language, number } from '../../shared/i18n/format.ts'
import type { Translate } from '../../shared/i18n/keys.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { taskName } from '../../shared/tasks/task-name.ts'
import type { AccessKind } from '../../shared/wire/read.ts'
import { regionName } from '../app/region-name.ts'
import { actorOf, eventSentence } from '../journal/event-sentence.ts'
import type { Part } from '../journal/parts.ts'

export interface LineWords {
  t: Translate
  offset: number
  language: Language
  board: Board
  name(id: Id): string | undefined
  text(id: Id): string | undefined
}

/** What one look at personal data was: of the chain `access`. */
export interface Look {
  kind: AccessKind
  about: Id[]
  /** Why something left the house. */
  reason?: string
}

/** Named in full, the rest counted. */
const mostNamed = 3

/** The line as plain text, to be searched and read out: what is not known yet stands as its call sign or not at all. */
export function lineText(words: LineWords, chain: 'log' | 'access', event: LoggedEvent): string {
  const { t } = words
  if (chain === 'access') {
    const { kind, about } = event.data as Look
    const named = about.slice(0, mostNamed).map((id) => label(words, id))
    const rest = about.length - named.length
    const whom = rest > 0 ? t('audit:and-more', { named: named.join(', '), count: rest }) : named.join(', ')
    return t(`audit:look.${kind}`, { whom })
  }
  const sentence = eventSentence(event) ?? {
    key: 'journal:other-event' as const,
    params: { who: actorOf(event) },
  }
  const blanks = Object.entries(sentence.params).map(([name, part]) => [name, partText(words, part)])
  return t(sentence.key, Object.fromEntries(blanks))
}

export function actorText(words: LineWords, event: LoggedEvent): string {
  return partText(words, actorOf(event))
}

function partText(words: LineWords, part: Part): string {
  const { t, offset } = words
  if (typeof part !== 'object') return String(part)
  if ('word' in part) return t(part.word, part.count === undefined ? {} : { count: part.count })
  if ('clock' in part) return clockTime(part.clock, offset, false)
  if ('region' in part) return regionName(t, part.region)
  if ('figure' in part) return number(part.figure, words.language, part.digits)
  if ('pair' in part) return part.pair.map((one) => partText(words, one)).join(' – ')
  if ('people' in part) return part.people.map((id) => label(words, id)).join(', ')
  if ('sealed' in part) return words.text(part.sealed.text) ?? t('journal:text-hidden')
  return label(words, part.id)
}

/** What people call it, of whatever kind it is. */
export function label(words: LineWords, id: Id): string {
  const { t, board, name } = words
  const known = name(id)
  const carrier = board.assistant.get(id) ?? board.unit.get(id)
  if (carrier)
    return known && known !== carrier.callSign ? `${known} (${carrier.callSign})` : carrier.callSign
  const operation = board.operation.get(id)
  if (operation) return `${operation.number} «${operation.title}»`
  const place = board.place.get(id)
  if (place) return `${place.letter} «${place.name}»`
  const incident = board.incident.get(id)
  if (incident) return `${incident.number}, ${incident.place}`
  const alarm = board.alarm.get(id)
  if (alarm) return `${t(`terms:alarm.${alarm.kind}`)}, ${label(words, alarm.subject.id)}`
  const file = board.application.get(id)
  if (file) return t('law:file', { number: file.number })
  return taskName(board, id) || known || t('journal:gone')
}
