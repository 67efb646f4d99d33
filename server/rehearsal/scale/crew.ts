import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is asked of the process that serves (server-process.ts). */
export type Question =
  | { kind: 'carriers' | 'gateway' | 'usage' }
  | { kind: 'codes' | 'trackers'; ids: string[] }
  | { kind: 'cookies'; count: number }

/** Of the server's process: bytes, CPU seconds since its start, the loop's 99th percentile of lateness (ms) since the last asking. */
export interface Usage {
  rss: number
  cpu: number
  lag: number
}

/** A process of a rehearsal at scale; its messages are objects with one name. */
export interface Member {
  pid: number
  /** The next message of that name. */
  hear<Message>(name: string): Promise<Message>
  /** Every message of that name. */
  listen<Message>(name: string, take: (message: Message) => void): void
  say(message: unknown): void
  /** When its process has ended. */
  gone: Promise<void>
  end(): Promise<void>
}

/** All processes that one rehearsal or bench has started: nothing of it is left when it ends. */
export interface Crew {
  /** `flags` are node's. */
  start(file: string, args: string[], env?: Record<string, string>, flags?: string[]): Member
  /** CPU seconds of all of them so far, from /proc: on Linux only. */
  cpu(): number
  /** Rejects when one of them ends by itself. */
  broken: Promise<never>
  end(): Promise<void>
}

const root = join(import.meta.dirname, '../../..')

export function makeCrew(): Crew {
  const members: Member[] = []
  let fail: (error: Error) => void = () => {}
  const broken = new Promise<never>((_, reject) => {
    fail = reject
  })
  broken.catch(() => {})
  return {
    broken,
    cpu: () => members.reduce((sum, { pid }) => sum + cpuOf(pid), 0),
    start(file, args, env = {}, flags = []) {
      const child = fork(join(root, file), args, {
        env: { ...process.env, ...env },
        execArgv: flags,
        // A terminal's Ctrl-C is for the one who started them; without it they end by themselves.
        detached: true,
        serialization: 'advanced',
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      const member = memberOf(child, (code) => fail(new Error(`${file} has ended by itself (${code})`)))
      members.push(member)
      return member
    },
    /** The server last: who is cut off would complain. */
    async end() {
      for (const member of members.reverse()) await member.end()
    },
  }
}

/** `utime` and `stime` are in hundredths of a second, the 12th and 13th after the name in brackets (proc(5)). */
function cpuOf(pid: number): number {
  try {
    const after = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
    const [user, system] = after.split(' ').slice(11, 13).map(Number) as [number, number]
    return (user + system) / 100
  } catch {
    return 0
  }
}

function memberOf(child: ChildProcess, ended: (code: number | string | null) => void): Member {
  const listeners = new Map<string, ((message: never) => void)[]>()
  let ending = false
  const gone = new Promise<void>((done) => {
    child.once('exit', (code, signal) => {
      if (!ending && code !== 0) ended(code ?? signal)
      done()
    })
  })
  // It may end while a message is on its way; that it has ended is heard above.
  child.on('error', () => {})
  child.on('message', (message: object) => {
    for (const [name, value] of Object.entries(message))
      for (const take of [...(listeners.get(name) ?? [])]) take(value as never)
  })
  const listen: Member['listen'] = (name, take) => {
    listeners.set(name, [...(listeners.get(name) ?? []), take])
  }
  return {
    pid: child.pid ?? 0,
    gone,
    listen,
    hear: (name) =>
      new Promise((done) => {
        const take = (message: never) => {
          listeners.set(name, listeners.get(name)?.filter((one) => one !== take) ?? [])
          done(message)
        }
        listen(name, take)
      }),
    say: (message) => {
      if (child.connected && !ending) child.send(message as object)
    },
    async end() {
      ending = true
      child.kill('SIGTERM')
      await gone
    },
  }
}

export interface ScaleServer {
  address: string
  ask<Answer>(question: Question): Promise<Answer>
}

const file = 'server/rehearsal/scale/server-process.ts'

/** Makes the store and everybody in it, all on duty; resolves when its process has ended. */
export async function seedStore(crew: Crew, env: Record<string, string>): Promise<void> {
  const member = crew.start(file, ['seed'], env)
  await Promise.race([member.gone, crew.broken])
}

/** What `npm start` gives node, so that this server has the memory that one has. */
function flagsOfStart(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  return scripts.start.match(/--max-\S+/g) ?? []
}

export async function startScaleServer(crew: Crew, env: Record<string, string>): Promise<ScaleServer> {
  const member = crew.start(file, ['serve'], env, flagsOfStart())
  const address = await Promise.race([member.hear<string>('up'), crew.broken])
  const waiting = new Map<number, (answer: never) => void>()
  let asked = 0
  member.listen('answer', ({ id, answer }: { id: number; answer: never }) => {
    waiting.get(id)?.(answer)
    waiting.delete(id)
  })
  return {
    address,
    ask(question) {
      const id = ++asked
      return new Promise((done) => {
        waiting.set(id, done)
        member.say({ id, question })
      })
    },
  }
}
