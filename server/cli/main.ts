import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { leaveForServer } from '../stores/access-inbox.ts'
import { exportRecord } from './export.ts'
import { replayGpx } from './replay-gpx.ts'
import { retention } from './retention.ts'
import { verify } from './verify.ts'
import { verifyFile } from './verify-file.ts'

const usage = `serik verify [--data-dir DIR | --redis-url URL] [--checkpoint FILE]
    Proves both chains of a store, without the server; names the first record that is wrong.
serik verify EXPORT [--checkpoint FILE] [--key KEY]
    Proves a signed export, without a store. KEY is the store's public key, as /api/record/key shows it.
serik export (--operation NUMBER | --from TIME --to TIME) --reason TEXT [--data-dir DIR | --redis-url URL] FILE
    Writes the record of an operation or of a time (2026-03-02T08:00+05:00), signed, while the server may be running;
    that it was taken out, and why, is written to the access log.
serik retention [--dry-run] [--data-dir DIR | --redis-url URL]
    Deletes what has outlived its term, as the server does by itself once a day; for a store whose server is stopped.
serik replay-gpx FILE --as CALLSIGN (--token TOKEN | --code CODE) [--server URL] [--speed N]
    Walks a recorded GPX track as a phone, over the wire, its times moved to now. The token is an enrolled device's
    (also SERIK_DEVICE_TOKEN); a one-time code enrols a new one. N times as fast as recorded.`

/** Each command says with its exit code whether it worked; a sentence goes to standard error when it did not. */
const commands: Record<string, (args: string[]) => Promise<boolean>> = {
  async verify(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'data-dir': { type: 'string' },
        'redis-url': { type: 'string' },
        checkpoint: { type: 'string' },
        key: { type: 'string' },
      },
    })
    const [file] = positionals
    if (file) {
      const { ok, line } = await verifyFile(file, values)
      console.log(line)
      return ok
    }
    const dataDir = values['data-dir'] ?? process.env.DATA_DIR
    const redisUrl = values['redis-url'] ?? (values['data-dir'] ? undefined : process.env.REDIS_URL)
    const { ok, lines } = await verify({
      ...(dataDir ? { dataDir } : {}),
      ...(redisUrl ? { redisUrl } : {}),
      ...(values.checkpoint ? { checkpoint: values.checkpoint } : {}),
    })
    for (const line of lines) console.log(line)
    const about = ['log', 'access']
    // A store on a medium that cannot be written is proved all the same.
    if (!redisUrl && existsSync(dataDir ?? './data'))
      try {
        leaveForServer(dataDir ?? './data', { at: Date.now(), kind: 'audit', about, reason: 'verify' })
      } catch (error) {
        console.error(`That the record was proved could not be written down: ${(error as Error).message}`)
      }
    return ok
  },
  async export(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'data-dir': { type: 'string' },
        'redis-url': { type: 'string' },
        operation: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        reason: { type: 'string', default: '' },
      },
    })
    const [file] = positionals
    const { operation, from, to, reason } = values
    const asked = operation
      ? { operation: Number(operation) }
      : { from: Date.parse(from ?? ''), to: Date.parse(to ?? '') }
    if (!file || reason.trim().length < 3 || Object.values(asked).some(Number.isNaN)) throw new Error(usage)
    const redisUrl = values['redis-url'] ?? (values['data-dir'] ? undefined : process.env.REDIS_URL)
    const dataDir = values['data-dir'] ?? process.env.DATA_DIR ?? './data'
    console.log(await exportRecord({ file, asked, dataDir, reason, ...(redisUrl ? { redisUrl } : {}) }))
    return true
  },
  async retention(args) {
    const { values } = parseArgs({
      args,
      options: {
        'dry-run': { type: 'boolean', default: false },
        'data-dir': { type: 'string' },
        'redis-url': { type: 'string' },
      },
    })
    const env = {
      ...process.env,
      ...(values['data-dir'] && { DATA_DIR: values['data-dir'] }),
      ...(values['redis-url'] && { REDIS_URL: values['redis-url'] }),
    }
    console.log(await retention(env, values['dry-run']))
    return true
  },
  async 'replay-gpx'(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        token: { type: 'string' },
        code: { type: 'string' },
        server: { type: 'string', default: 'http://localhost:8080' },
        speed: { type: 'string', default: '1' },
      },
    })
    const [file] = positionals
    const token = values.token ?? process.env.SERIK_DEVICE_TOKEN
    const speed = Number(values.speed)
    if (!file || !values.as || !(token || values.code) || !(speed > 0)) throw new Error(usage)
    const { server, as, code } = values
    await replayGpx(
      { file, as, server, speed, ...(token ? { token } : {}), ...(code ? { code } : {}) },
      (line) => console.log(line),
    )
    return true
  },
}

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  console.error(usage)
  process.exit(1)
}
command(args).then(
  (ok) => process.exit(ok ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
