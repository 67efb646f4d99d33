import type { CommandEnvelope } from '../../shared/board/commands.ts'
import type { Fix } from '../../shared/kernel/fix.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { CommandRefusal } from '../store/giver.ts'

/** What the person pressed and the server has not taken yet, or has refused. */
export interface OutboxItem {
  /** Their order. */
  no: number
  envelope: CommandEnvelope
  /** Set once the server said no for good: shown until the person puts it away. */
  refused: CommandRefusal | null
}

/** What a phone keeps over a reload; all of it goes when the phone is signed out. */
export interface PhoneStorage {
  token(): Promise<string | null>
  keepToken(token: string): Promise<void>
  items(): Promise<OutboxItem[]>
  putItem(item: OutboxItem): Promise<void>
  removeItem(id: Id): Promise<void>
  /** Fixes that wait, oldest first; `at` is the phone's own clock and names a fix. */
  fixes(): Promise<Fix[]>
  putFix(fix: Fix): Promise<void>
  removeFixes(ats: number[]): Promise<void>
  wipe(): Promise<void>
}
