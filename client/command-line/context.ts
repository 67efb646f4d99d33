import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Body, CommandType } from '../../shared/board/commands.ts'
import type { City } from '../../shared/city/city.ts'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { Language } from '../../shared/i18n/format.ts'
import type { Translate } from '../../shared/i18n/keys.ts'
import type { Id, Key, Millis } from '../../shared/kernel/ids.ts'
import type { Refusal } from '../../shared/kernel/refusal.ts'
import type { Proposal, ProposedTeam } from '../../shared/pairing/proposal.ts'
import type { DeskPage } from '../app/desk-links.ts'
import type { DeskDialog, DeskPanel, RailPart, Thing } from '../app/desk-state.ts'
import type { Theme } from '../app/theme.ts'

/** Everything a completion is made of. */
export interface CommandContext {
  board: Board
  t: Translate
  language: Language
  /** Minutes east of UTC. */
  offset: number
  now: Millis
  viewer: Extract<Viewer, { kind: 'staff' }>
  pages: readonly DeskPage[]
  /** Where new work of this desk belongs. */
  region: string | null
  operation: Id | null
  selected: Thing | null
  city: City | null
  /** Null while it is not known here. */
  nameOf(assistant: Id): string | null
  spotOf(kind: 'unit' | 'assistant', id: Id): LatLng | null
  /** Whom the server found for the typed name or phone. */
  found: ReadonlySet<Id>
  /** The computed teams of the operation's open places; null while they are being computed. */
  proposal: Proposal | null
}

/** What a line does when it is run: plain data, so that making completions does nothing. */
export type Act =
  | { kind: 'give'; type: CommandType; body: Body<CommandType>; seen?: Key[]; shows?: Thing }
  | { kind: 'send'; proposal: Proposal; team: ProposedTeam }
  | { kind: 'show'; thing: Thing; operation?: Id | undefined }
  | { kind: 'point'; at: LatLng }
  | { kind: 'dialog'; dialog: DeskDialog }
  | { kind: 'panel'; panel: DeskPanel; path?: string | undefined }
  | { kind: 'rail'; rail: RailPart }
  | { kind: 'go'; path: string }
  | { kind: 'language'; language: Language }
  | { kind: 'theme'; theme: Theme }
  | { kind: 'lock' }

export interface Suggestion {
  id: string
  /** The whole line as it would run. */
  line: string
  does: string
  act: Act
  refused?: Pick<Refusal, 'code' | 'params' | 'rule'> | { because: string }
  /** Whose names would make it better. */
  people?: readonly Id[]
}

/** `give` with its body checked against its type. */
export function give<Type extends CommandType>(
  type: Type,
  body: Body<Type>,
  more: { seen?: Key[]; shows?: Thing } = {},
): Act & { kind: 'give' } {
  return { kind: 'give', type, body: body as Body<CommandType>, ...more }
}
