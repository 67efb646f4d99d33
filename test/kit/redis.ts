import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'redis'

export interface TestRedis {
  url: string
  port: number
  password: string
  /** Its working folder: appendonlydir is in it. */
  dir: string
  pid(): number
  /** Ends the process at once (SIGKILL by default) and waits until it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>
  /** Starts it again on the same port and files. */
  start(): Promise<void>
  /** Ends it and deletes its folder. */
  stop(): Promise<void>
}

/** A real redis-server of this machine on a spare port, in a temporary folder, with a password and durable writes. */
export async function startRedis(config: Record<string, string> = {}): Promise<TestRedis> {
  requireRedis()
  const dir = mkdtempSync(join(tmpdir(), 'serik-redis-'))
  const port = await sparePort()
  const password = randomBytes(16).toString('hex')
  const url = `redis://:${password}@127.0.0.1:${port}`
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    dir,
    requirepass: password,
    appendonly: 'yes',
    appendfsync: 'always',
    save: '',
    ...config,
  }
  let child: ChildProcess | null = null

  async function start() {
    const started = spawn(
      'redis-server',
      Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
      {
        stdio: 'ignore',
      },
    )
    child = started
    const ended = once(started, 'exit').then(() => {
      throw new Error(`redis-server ended at its start (port ${port}, folder ${dir}).`)
    })
    ended.catch(() => {})
    await Promise.race([answers(url), ended])
  }

  async function kill(signal: NodeJS.Signals = 'SIGKILL') {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }

  await start()
  return {
    url,
    port,
    password,
    dir,
    pid: () => child?.pid as number,
    kill,
    start,
    async stop() {
      await kill()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

function requireRedis() {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
  } catch {
    throw new Error(
      'redis-server is not on the PATH; install it to run these tests (Debian: apt-get install redis-server).',
    )
  }
}

async function sparePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

async function answers(url: string) {
  const client = createClient({ url, socket: { reconnectStrategy: 20 } })
  client.on('error', () => {})
  await client.connect()
  // While it loads its files it answers LOADING.
  while ((await client.ping().catch(() => '')) !== 'PONG') await new Promise(setImmediate)
  client.destroy()
}
