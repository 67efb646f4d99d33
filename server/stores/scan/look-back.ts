import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'
import { entityOf } from '../../../shared/kernel/ids.ts'
import { sealedIn } from '../../../shared/record/sealed-in.ts'
import type { Found, Look, Wanted } from '../../ports/record-scan.ts'
import type { RecordSource } from './source.ts'

const page = 1_000
/** Nodes' clocks may differ by so much: what is older than asked for ends the look only then. */
const slack = 60 * 60_000

/** Downward through a chain until `limit` fit. Records are not proved here: that is `verify`. */
export async function lookBack(source: RecordSource, look: Look): Promise<Found> {
  const { chain, top, floor, limit, wanted } = look
  const events: LoggedEvent[] = []
  for (let upTo = top; upTo > floor; ) {
    const after = Math.max(floor, upTo - page)
    const records = await source.page(chain, after, upTo - after)
    for (const { seq, body } of records.reverse()) {
      if (!worthParsing(body, wanted)) continue
      const event = { seq, ...JSON.parse(body) } as LoggedEvent
      if (wanted.from !== null && event.at < wanted.from - slack) return { events, reached: 0 }
      if (!(await fits(source, event, look))) continue
      events.push(event)
      if (events.length === limit) return { events, reached: seq - 1 }
    }
    upTo = after
    // Another look, or an export that is being written, has its turn.
    await nextTurn()
  }
  return { events, reached: floor }
}

/** Most records are passed over by their bytes alone. */
function worthParsing(body: string, { actor, about, from, text }: Wanted): boolean {
  if (from !== null) return true
  if (actor !== null && !body.includes(actor)) return false
  if (about !== null && !body.includes(about)) return false
  if (text === null || body.includes('"digest"')) return true
  const { words, types, ids } = text
  return (
    types.some((type) => body.includes(`"type":"${type}"`)) ||
    ids.some((id) => body.includes(id)) ||
    body.toLowerCase().includes(words)
  )
}

async function fits(source: RecordSource, event: LoggedEvent, { chain, wanted }: Look): Promise<boolean> {
  const { from, to, actor, notBy, what, about, keys, text } = wanted
  const { by } = event
  if ((from !== null && event.at < from) || (to !== null && event.at >= to)) return false
  if (actor !== null && by.id !== actor && by.behalfOf !== actor) return false
  if (notBy !== null && by.id === notBy) return false
  const { kind, whom } = subjectsOf(event, chain)
  if (what !== null && !kind.includes(what)) return false
  if (about !== null && !whom.includes(about)) return false
  const touches = () =>
    keys?.some((one) => event.keys.includes(one) || whom.includes(entityOf(one)?.id ?? ''))
  if (keys !== null && !touches()) return false
  return text === null || (await says(source, event, whom, text))
}

/** What it was about: entities of a decision, people of a reading. */
function subjectsOf(event: LoggedEvent, chain: Look['chain']): { kind: string[]; whom: string[] } {
  if (chain === 'access') {
    const { kind, about } = event.data as { kind: string; about: string[] }
    return { kind: [kind], whom: about }
  }
  const entities = event.keys.flatMap((of) => entityOf(of) ?? [])
  return { kind: entities.map(({ kind }) => kind), whom: entities.map(({ id }) => id) }
}

async function says(
  { vault }: RecordSource,
  event: LoggedEvent,
  whom: string[],
  { words, types, ids }: NonNullable<Wanted['text']>,
): Promise<boolean> {
  if (types.includes(event.type) || ids.some((id) => event.by.id === id || whom.includes(id))) return true
  if (spoken(event.data, words)) return true
  for (const id of sealedIn(event.data)) {
    const text = (await vault.get(id))?.text
    if (text?.toLowerCase().includes(words)) return true
  }
  return false
}

/** In a value that people wrote, not in a field's name or an id. */
function spoken(value: unknown, words: string): boolean {
  if (typeof value === 'string') return value.toLowerCase().includes(words)
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => spoken(one, words))
}
