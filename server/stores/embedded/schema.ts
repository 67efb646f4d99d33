/** log.db and access.db: one chain each. `key_seq` is the newest sequence that touched a key. */
export const logSchema = `
  CREATE TABLE IF NOT EXISTS records (
    seq  INTEGER PRIMARY KEY,
    body TEXT NOT NULL,
    crc  INTEGER NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS key_seq (
    key TEXT PRIMARY KEY,
    seq INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS commands (
    id          TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    from_seq    INTEGER NOT NULL,
    upto_seq    INTEGER NOT NULL,
    result      TEXT,
    at          INTEGER NOT NULL
  ) STRICT;
`

/** accounts.db. */
export const accountsSchema = `
  CREATE TABLE IF NOT EXISTS credentials (
    account       TEXT PRIMARY KEY,
    login         TEXT NOT NULL UNIQUE,
    password_hash TEXT
  ) STRICT;

  CREATE TABLE IF NOT EXISTS sessions (
    token_hash TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,
    holder     TEXT NOT NULL,
    device     TEXT,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS sessions_of_holder ON sessions (holder);
  CREATE INDEX IF NOT EXISTS sessions_of_device ON sessions (device);

  CREATE TABLE IF NOT EXISTS codes (
    code_hash  TEXT PRIMARY KEY,
    purpose    TEXT NOT NULL,
    subject    TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;
`

/** vault.db. */
export const vaultSchema = `
  CREATE TABLE IF NOT EXISTS fields (
    person TEXT NOT NULL,
    field  TEXT NOT NULL,
    box    BLOB NOT NULL,
    PRIMARY KEY (person, field)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS tokens (
    token  TEXT NOT NULL,
    person TEXT NOT NULL,
    field  TEXT NOT NULL,
    PRIMARY KEY (token, person, field)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS tokens_of_person ON tokens (person, field);
`

/** vault-keys.db: a file of its own, so that a backup of vault.db without it can be kept for long. */
export const vaultKeysSchema = `
  CREATE TABLE IF NOT EXISTS keys (
    person  TEXT PRIMARY KEY,
    wrapped BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
`

/**
 * tracks.db. A row of `fresh` holds points as they came (track-blocks.ts); folded, one of `chunks` holds those of a
 * carrier and span (track-chunk.ts), `part` being the fold that wrote it.
 */
export const tracksSchema = `
  CREATE TABLE IF NOT EXISTS carriers (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE IF NOT EXISTS fresh (
    no     INTEGER PRIMARY KEY,
    points BLOB NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS chunks (
    span    INTEGER NOT NULL,
    carrier INTEGER NOT NULL,
    part    INTEGER NOT NULL,
    count   INTEGER NOT NULL,
    points  BLOB NOT NULL,
    PRIMARY KEY (span, carrier, part)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS volume (
    no   INTEGER PRIMARY KEY,
    name TEXT NOT NULL
  ) STRICT;
`
