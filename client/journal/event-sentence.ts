import type { SerikEvent } from '../../shared/board/fold.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { EventType, Part, Sentence, Sentences } from './parts.ts'
import { sentencesOfApplications } from './sentences-of-applications.ts'
import { sentencesOfCase } from './sentences-of-case.ts'
import { sentencesOfDebriefs } from './sentences-of-debriefs.ts'
import { sentencesOfErasure } from './sentences-of-erasure.ts'
import { sentencesOfForce } from './sentences-of-force.ts'
import { sentencesOfGround } from './sentences-of-ground.ts'
import { sentencesOfNews } from './sentences-of-news.ts'
import { sentencesOfPeople } from './sentences-of-people.ts'
import { sentencesOfProbability } from './sentences-of-probability.ts'
import { sentencesOfWork } from './sentences-of-work.ts'

/** One row per type of event: a type without one does not compile. */
const sentences: Sentences<EventType> = {
  ...sentencesOfPeople,
  ...sentencesOfApplications,
  ...sentencesOfWork,
  ...sentencesOfNews,
  ...sentencesOfCase,
  ...sentencesOfGround,
  ...sentencesOfForce,
  ...sentencesOfErasure,
  ...sentencesOfDebriefs,
  ...sentencesOfProbability,
}

export const sentenceTypes = Object.keys(sentences) as EventType[]

/** Whoever did it: the system says so in a word. */
export function actorOf({ by }: LoggedEvent): Part {
  if (by.kind === 'staff') return { of: 'account', id: by.id }
  if (by.kind === 'system') return { word: 'journal:system' }
  return { of: by.kind, id: by.id }
}

/** The event as a line of the journal; null for a type that this client is too old to know. */
export function eventSentence(event: LoggedEvent): Sentence | null {
  const known = event as SerikEvent
  if (!Object.hasOwn(sentences, known.type)) return null
  return (sentences[known.type] as (event: SerikEvent, who: Part) => Sentence)(known, actorOf(event))
}

/** Receipts on the way are shown where the message or order is; a line is worth only what was understood. */
export function isWorthALine(event: LoggedEvent): boolean {
  const { type, data } = event as SerikEvent
  return type === 'OrderSeen' || type === 'MessageSeen' ? data.state === 'understood' : true
}
