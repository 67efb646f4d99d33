import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { LawInForce } from '../shared/law-book/parameters.ts'
import { readLawFile } from './law-file.ts'

const flag = z.enum(['on', 'off'])
const url = z.url({ protocol: /^https?$/ })

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** The address people type; its origin is allowed at the handshake, https makes cookies secure. */
  PUBLIC_URL: url.optional(),
  SERIK_REHEARSAL: z.enum(['on', 'off', 'public']).default('on'),
  SERIK_VAULT_KEY: z
    .base64()
    .refine((key) => Buffer.from(key, 'base64').length === 32, '32 bytes in base64')
    .optional(),
  /** Signs exports of the record; with several nodes the same on each. */
  SERIK_SIGNING_KEY: z
    .base64()
    .refine((key) => Buffer.from(key, 'base64').length === 32, '32 bytes in base64')
    .optional(),
  /** JSON with the law's parameters that differ from the shipped ones, and what counsel has confirmed. */
  LAW_FILE: z.string().optional(),
  /** Days that exact tracks are kept. */
  TRACKS_KEPT_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  MAP_TILES_URL: z
    .string()
    .refine((given) => /^https?:/.test(given) && URL.canParse(given.replace(/[{}]/g, '')), 'not an address')
    .optional(),
  MAP_TILES_ATTRIBUTION: z.string().optional(),
  MAP_PMTILES: z.string().optional(),
  /** With it `/metrics` is read from elsewhere too. */
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/, 'at least 16 letters, digits or ._~+/=-')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** How many proxies in front set X-Forwarded-For. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** Whether this process starts the rehearsal's people (tests switch them off). */
  SERIK_REHEARSAL_PEOPLE: flag.default('on'),
  /** How many a new rehearsal has, and the seed of its city and people; kept in the store. */
  SERIK_REHEARSAL_ASSISTANTS: z.coerce.number().int().min(1).max(200_000).default(600),
  SERIK_REHEARSAL_UNITS: z.coerce.number().int().min(1).max(20_000).default(40),
  SERIK_REHEARSAL_SEED: z.coerce.number().int().min(0).max(999_999).default(7),
  /** Read by the people's own process (rehearsal/main.ts); checked here, so that a wrong one is named at the start. */
  SERIK_REHEARSAL_SPEED: z.coerce.number().min(1).max(10).default(1),
})

export type Config = z.output<typeof environment> & { dataDir: string; law: LawInForce }

/** Throws with one sentence per wrong variable. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new StartRefused(`The configuration is not usable. ${sentences.join('; ')}.`)
  }
  if (parsed.data.MAP_TILES_URL && !parsed.data.MAP_TILES_ATTRIBUTION)
    throw new StartRefused(
      'MAP_TILES_URL needs MAP_TILES_ATTRIBUTION: the source of the tiles must be named.',
    )
  const { MAP_PMTILES: map, DATA_DIR } = parsed.data
  if (map && !statSync(map, { throwIfNoEntry: false })?.isFile())
    throw new StartRefused(`MAP_PMTILES: there is no file ${resolve(map)}.`)
  return {
    ...parsed.data,
    ...(map && { MAP_PMTILES: resolve(map) }),
    dataDir: resolve(DATA_DIR),
    law: lawOf(parsed.data.LAW_FILE),
  }
}

function lawOf(file: string | undefined): LawInForce {
  if (file === undefined) return { parameters: {}, confirmed: [] }
  try {
    return readLawFile(file)
  } catch (error) {
    throw new StartRefused(`LAW_FILE ${resolve(file)} is not usable: ${(error as Error).message}.`)
  }
}

/** A start that cannot be: printed as one sentence, exit code 1. */
export class StartRefused extends Error {}
