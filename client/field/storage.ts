import type { CommandEnvelope } from '../../shared/board/commands.ts'
import type { Fix } from '../../shared/kernel/fix.ts'
import type { Id, Millis } from '../../shared/kernel/ids.ts'
import type { EntitySnapshot } from '../../shared/wire/events.ts'
import type { CommandRefusal } from '../store/giver.ts'
import type { Session } from '../store/open-store.ts'

/** What the person pressed and the server has not taken yet, or has refused. */
export interface OutboxItem {
  /** Their order. */
  no: number
  envelope: CommandEnvelope
  /** Set once the server said no for good: shown until the person puts it away. */
  refused: CommandRefusal | null
}

/** By what the server knows this phone: the token is its proof, the device its name in the register. */
export interface Enrolment {
  token: string
  device: Id
}

/** The picture of a find, until the server has it. */
export interface KeptPhoto {
  clue: Id
  /** Base64 of a JPEG. */
  image: string
}

/** What this phone was told last, so that it opens without a network and shows its order, segment and lanes. */
interface KeptBoard {
  session: Session
  /** Up to which sequence of the log. */
  seq: number
  entities: EntitySnapshot[]
  /** How far this phone's clock was behind the server's. */
  clockAhead: Millis
}

/** What lets the page open without a network. */
export interface Kept {
  board: KeptBoard
  /** How far the searcher has come with which lanes. */
  lane: { name: string; pass: number; done: boolean }
}

/** What a phone keeps over a reload; all of it goes when the phone is signed out. */
export interface PhoneStorage {
  enrolment(): Promise<Enrolment | null>
  keepEnrolment(enrolment: Enrolment): Promise<void>
  items(): Promise<OutboxItem[]>
  putItem(item: OutboxItem): Promise<void>
  removeItem(id: Id): Promise<void>
  /** Fixes that wait, oldest first; `at` is the phone's own clock and names a fix. */
  fixes(): Promise<Fix[]>
  putFix(fix: Fix): Promise<void>
  removeFixes(ats: number[]): Promise<void>
  photos(): Promise<KeptPhoto[]>
  putPhoto(photo: KeptPhoto): Promise<void>
  removePhoto(clue: Id): Promise<void>
  kept<Name extends keyof Kept>(name: Name): Promise<Kept[Name] | null>
  keep<Name extends keyof Kept>(name: Name, value: Kept[Name]): Promise<void>
  wipe(): Promise<void>
}
