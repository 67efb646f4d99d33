import type { CommandEnvelope } from '../board/commands.ts'
import type { Closing } from './closing.ts'
import type { CommandAnswer } from './command.ts'
import type { EventsEnvelope } from './events.ts'
import type { FixesAnswer, FixesMessage } from './fixes.ts'
import type { Welcome } from './hello.ts'
import type { ReadAnswer, ReadKind, ReadQuestion } from './read.ts'
import type { View } from './view.ts'

export type Unwelcome = { ok: false; code: string }

/** The five messages a client sends; each is answered. Staff on namespace `/`, devices on `/field`. */
export interface ClientToServer {
  hello(
    message: { version: number; cursor: number; epoch: string },
    answer: (welcome: Welcome | Unwelcome) => void,
  ): void
  command(message: CommandEnvelope, answer: (answer: CommandAnswer) => void): void
  view(message: View): void
  fixes(message: FixesMessage, answer: (answer: FixesAnswer) => void): void
  read(message: ReadQuestion, answer: (answer: ReadAnswer<ReadKind>) => void): void
}

/** The three the server sends. `frame` is volatile and binary (frame.ts). */
export interface ServerToClient {
  events(envelope: EventsEnvelope): void
  frame(bytes: ArrayBuffer): void
  closing(closing: Closing): void
}
