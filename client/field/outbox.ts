import type { CommandEnvelope } from '../../shared/board/commands.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { CommandAnswer } from '../../shared/wire/command.ts'
import type { CommandRefusal } from '../store/giver.ts'
import type { OutboxItem, PhoneStorage } from './storage.ts'

export interface Outbox {
  /** Keeps the command, then sends it in its turn. Resolves when the server has taken or refused it. */
  add(envelope: CommandEnvelope): Promise<CommandAnswer>
  /** Oldest first: those that wait, and those that were refused and are still shown. */
  items(): readonly OutboxItem[]
  onChange(listener: () => void): () => void
  /** Sends what waits, and from now on whatever is added. */
  start(by: Send): void
  stop(): void
  /** Puts a refused item away. */
  dismiss(id: Id): void
}

/** Waits for the link as long as it likes; `link.…` means that the server did not answer, and is tried again. */
export type Send = (envelope: CommandEnvelope) => Promise<CommandAnswer>

const isHelp = ({ envelope }: OutboxItem) => envelope.type === 'CallForHelp'
const waits = ({ refused }: OutboxItem) => refused === null

/** Seconds after which an answer that settles nothing is asked for again; 0 for a real one. */
function secondsToWait({ code, params }: CommandRefusal): number {
  if (code === 'rate.limited') return Number(params?.seconds ?? 1)
  return code.startsWith('link.') ? 1 : 0
}

/**
 * Commands in the order in which they were pressed, each under its own id until it is answered, also over a reload. A
 * call for help does not stand in that line: it is sent at once and the others do not hold it up.
 */
export async function openOutbox(storage: PhoneStorage): Promise<Outbox> {
  let items: readonly OutboxItem[] = (await storage.items()).sort((a, b) => a.no - b.no)
  let nextNo = (items.at(-1)?.no ?? 0) + 1
  /** Null before the start and after the stop. */
  let send: Send | null = null
  const answered = new Map<Id, (answer: CommandAnswer) => void>()
  const listeners = new Set<() => void>()
  const busy = { help: false, rest: false }

  function set(next: readonly OutboxItem[]): void {
    items = next
    for (const listener of [...listeners]) listener()
  }

  async function settle(item: OutboxItem, answer: CommandAnswer): Promise<void> {
    const { id } = item.envelope
    if (answer.ok) {
      set(items.filter((other) => other !== item))
      await storage.removeItem(id).catch(() => {})
    } else {
      const refused = { ...item, refused: answer }
      set(items.map((other) => (other === item ? refused : other)))
      await storage.putItem(refused).catch(() => {})
    }
    answered.get(id)?.(answer)
    answered.delete(id)
  }

  /** Sends a lane's items, oldest first, one after the other. */
  async function run(lane: 'help' | 'rest'): Promise<void> {
    if (busy[lane]) return
    busy[lane] = true
    for (;;) {
      const item = items.find((item) => waits(item) && isHelp(item) === (lane === 'help'))
      if (!item || !send) break
      const answer = await send(item.envelope)
      if (!send) break
      const again = answer.ok ? 0 : secondsToWait(answer)
      if (again > 0) await new Promise((resolve) => setTimeout(resolve, again * 1_000))
      else await settle(item, answer)
    }
    busy[lane] = false
  }

  function runBoth(): void {
    void run('help')
    void run('rest')
  }

  return {
    async add(envelope) {
      const item: OutboxItem = { no: nextNo++, envelope, refused: null }
      set([...items, item])
      const answer = new Promise<CommandAnswer>((resolve) => answered.set(envelope.id, resolve))
      const kept = storage.putItem(item).catch(() => {})
      if (!isHelp(item)) await kept
      runBoth()
      return answer
    },
    items: () => items,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dismiss(id) {
      set(items.filter((item) => item.envelope.id !== id))
      void storage.removeItem(id).catch(() => {})
    },
    start(by) {
      send = by
      runBoth()
    },
    stop() {
      send = null
    },
  }
}
