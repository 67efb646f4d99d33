import type { ErasureEvent } from '../../shared/erasure/events.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { Stores } from '../ports/stores.ts'

/**
 * What the log says is erased loses its keys in the vault and its tracks on this node: at once, and again at every start,
 * so that a crash between the two leaves nothing readable.
 */
export function erasePeople(
  { vault, tracks }: Pick<Stores, 'vault' | 'tracks'>,
  failed: (error: unknown) => void,
): { take(events: LoggedEvent[]): void; done(): Promise<void> } {
  let last: Promise<void> = Promise.resolve()
  return {
    take(events) {
      for (const event of events as ErasureEvent[]) {
        if (event.type !== 'PersonErased') continue
        const { person, rows } = event.data
        last = last
          .then(async () => {
            for (const row of rows) await vault.erase(row)
            await tracks.forgetCarrier(person)
          })
          .catch(failed)
      }
    },
    done: () => last,
  }
}
