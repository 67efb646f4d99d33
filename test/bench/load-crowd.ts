import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What crowd-server.ts says of itself. */
export interface Crowd {
  address: string
  cookie: string
  carriers: number
  ask(what: 'figures' | 'change'): Promise<{ cpuMs: number; rssMb: number }>
  end(): Promise<void>
}

export async function startCrowd(assistants: number, units: number): Promise<Crowd> {
  const dataDir = mkdtempSync(join(tmpdir(), 'serik-bench-'))
  const script = join(import.meta.dirname, 'crowd-server.ts')
  const child: ChildProcess = fork(script, [dataDir, `${assistants}`, `${units}`])
  const gone = once(child, 'exit')
  const heard = async () => {
    const [said] = await Promise.race([
      once(child, 'message'),
      gone.then(() => Promise.reject(new Error('the server of the bench has ended'))),
    ])
    return said
  }
  return {
    ...(await heard()),
    ask(what) {
      const answer = heard()
      child.send(what)
      return answer
    },
    async end() {
      child.disconnect()
      await gone
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
