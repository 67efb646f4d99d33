import { maySee } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { entityOf, type Id, type Key } from '../../shared/kernel/ids.ts'
import type { LiveBoard } from '../pipeline/live-board.ts'
import type { Vault } from '../ports/secrets.ts'

/** Which entities each sealed text stands on: whoever sees one of them may read the text. */
export class TextIndex {
  #keysOf = new Map<Id, Key[]>()

  constructor(live: LiveBoard) {
    for (const event of live.recent) this.#take(event)
    live.onEvents((events) => {
      for (const event of events) this.#take(event)
    })
  }

  #take(event: LoggedEvent): void {
    for (const id of sealedIn(event.data)) this.#keysOf.set(id, event.keys)
  }

  mayRead(board: Board, viewer: Viewer, text: Id): boolean {
    return (this.#keysOf.get(text) ?? []).some((of) => {
      const entity = entityOf(of)
      return entity !== null && maySee(board, viewer, entity.kind, entity.id)
    })
  }
}

function* sealedIn(value: unknown): Iterable<Id> {
  if (typeof value !== 'object' || value === null) return
  const { text, digest } = value as { text?: unknown; digest?: unknown }
  if (typeof text === 'string' && typeof digest === 'string') yield text
  for (const inner of Object.values(value)) yield* sealedIn(inner)
}

export async function readTexts(
  index: TextIndex,
  board: Board,
  vault: Vault,
  viewer: Viewer,
  ids: Id[],
): Promise<Record<Id, string>> {
  const rows = await vault.getMany(ids.filter((id) => index.mayRead(board, viewer, id)))
  const texts: Record<Id, string> = {}
  for (const [id, { text }] of rows) if (text !== undefined) texts[id] = text
  return texts
}
