import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { eventSentence, sentenceTypes } from '../journal/event-sentence.ts'
import { wordsUnder } from '../ui/words.ts'

/** Stands for any event's data: every field is there, calls and lists give nothing. */
const anything: unknown = new Proxy(() => anything, {
  get(_, name) {
    if (name === Symbol.toPrimitive) return () => ''
    return name === Symbol.iterator ? () => [].values() : anything
  },
})

const by = { kind: 'system', id: 'serik' } as const

/** The types of event whose sentence, in the language on screen, has these words: so that what is read can be found. */
export function typesSaying(wanted: string): string[] {
  return sentenceTypes.filter((type) =>
    sentencesOf(type).some((text) =>
      text
        .replace(/\{\{\w+\}\}/g, ' ')
        .toLocaleLowerCase()
        .includes(wanted),
    ),
  )
}

/** A sentence whose key is put together from data has them all. */
function sentencesOf(type: string): string[] {
  const event = { seq: 0, at: 0, by, commandId: '', n: 0, type, keys: [], data: anything }
  try {
    const key = eventSentence(event as LoggedEvent)?.key
    return key ? wordsUnder(key) : []
  } catch {
    return []
  }
}
