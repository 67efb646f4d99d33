import type { Id, Millis } from '../../shared/kernel/ids.ts'

/** A staff account's credentials. What it may do (grants) stands in the log; names stand in the vault. */
export interface Credentials {
  account: Id
  /** Lower case, unique. */
  login: string
  /** argon2id, PHC string; null until the one-time link was used. */
  passwordHash: string | null
}

export interface CredentialStore {
  /** Refuses (false) when the login belongs to another account. */
  put(credentials: Credentials): Promise<boolean>
  byLogin(login: string): Promise<Credentials | null>
  byAccount(account: Id): Promise<Credentials | null>
}

/** A browser's session (kind staff), a device's token or a gateway's. Kept by the SHA-256 of the secret, never the secret. */
export interface Session {
  /** Hex SHA-256 of the opaque 256-bit token. */
  tokenHash: string
  kind: 'staff' | 'device' | 'gateway'
  /** The account, the assistant or unit that carries the device, or the gateway. */
  holder: Id
  /** The device's id for kind device. */
  device?: Id
  createdAt: Millis
  expiresAt: Millis
  usedAt: Millis
}

export interface SessionStore {
  put(session: Session): Promise<void>
  byToken(tokenHash: string): Promise<Session | null>
  touch(tokenHash: string, usedAt: Millis): Promise<void>
  remove(tokenHash: string): Promise<void>
  removeOf(holder: Id): Promise<void>
  removeDevice(device: Id): Promise<void>
  /** Deletes what has expired; returns how many. */
  forgetExpired(): Promise<number>
}

/** A code that works once: an enrolment of a phone, or the first password of an account. Kept by its SHA-256. */
export interface OneTimeCode {
  codeHash: string
  purpose: 'enrol-assistant' | 'enrol-unit' | 'set-password'
  subject: Id
  expiresAt: Millis
}

export interface OneTimeCodeStore {
  /** The older code of the same purpose and subject works no more: who lost a link gets another, and nobody both. */
  put(code: OneTimeCode): Promise<void>
  /** Takes it out: of two callers exactly one gets it. */
  take(codeHash: string): Promise<OneTimeCode | null>
  /** Deletes what has expired; returns how many. */
  forgetExpired(): Promise<number>
}

/**
 * Personal data, one row per person and field, encrypted with a key per person (wrapped by SERIK_VAULT_KEY), so that
 * forgetting the person's key erases backups too. Free text of notes, messages and callers is a row of the entity it
 * belongs to.
 */
export interface Vault {
  put(person: Id, fields: Record<string, string>): Promise<void>
  /** Many rows with the durability of one; a list of people comes in many. */
  putMany(rows: readonly { of: Id; fields: Record<string, string> }[]): Promise<void>
  get(person: Id): Promise<Record<string, string> | null>
  getMany(people: Id[]): Promise<Map<Id, Record<string, string>>>
  /** Search key → person: only equality on a keyed hash of the normalised value (phone, last name prefixes). */
  find(term: string, limit: number): Promise<Id[]>
  erase(person: Id): Promise<void>
  /** Equal for equal texts, on every node; without the vault's key it tells nothing of the text. */
  keyedHash(text: string): string
}
