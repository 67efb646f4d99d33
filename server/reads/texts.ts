import { mayReadRecord } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Past } from '../../shared/board/past.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { Id, Key } from '../../shared/kernel/ids.ts'
import { sealedIn } from '../../shared/record/sealed-in.ts'
import type { PeopleParts } from './people.ts'

/** Which entities each sealed text stands on: whoever may read the record that carries it may read the text. */
export class TextIndex {
  #past: Past
  #keysOf = new Map<Id, Key[]>()

  constructor(past: Past) {
    this.#past = past
  }

  /** Every event of the log, the first as well as the newest. */
  take(events: LoggedEvent[]): void {
    for (const event of events) for (const id of sealedIn(event.data)) this.#keysOf.set(id, event.keys)
  }

  mayRead(board: Board, viewer: Viewer, text: Id): boolean {
    return mayReadRecord(board, viewer, this.#keysOf.get(text) ?? [], this.#past.of)
  }
}

/** Texts that stand on what the viewer may see. `known` are those recorded in this session. */
export async function readTexts(
  { board, vault, record }: PeopleParts,
  index: TextIndex,
  viewer: Viewer,
  ids: Id[],
  known: Set<Id>,
): Promise<Record<Id, string>> {
  const readable = ids.filter((id) => index.mayRead(board, viewer, id))
  const fresh = readable.filter((id) => !known.has(id))
  await record(viewer, { kind: 'texts', about: fresh })
  for (const id of fresh) known.add(id)
  const texts: Record<Id, string> = {}
  for (const [id, { text }] of await vault.getMany(readable)) if (text !== undefined) texts[id] = text
  return texts
}
