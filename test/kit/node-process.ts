import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A real server process, as `npm start` starts it. */
export interface NodeProcess {
  address: string
  child: ChildProcess
  output(): string
  /** Resolves with the exit code (or the signal's name) when the process is gone. */
  end(signal: NodeJS.Signals): Promise<number | string>
}

export async function startNode(env: Record<string, string>): Promise<NodeProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'serik-node-'))
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const gone = once(child, 'exit').then(([code, signal]) => {
    rmSync(dataDir, { recursive: true, force: true })
    return (code ?? signal) as number | string
  })
  const address = await new Promise<string>((done, fail) => {
    const look = (bytes: Buffer) => {
      output += bytes
      const port = /Serik: \S+:(\d+)/.exec(output)?.[1]
      if (port) done(`http://127.0.0.1:${port}`)
    }
    child.stdout.on('data', look)
    child.stderr.on('data', look)
    void gone.then(() => fail(new Error(`the server ended at its start: ${output}`)))
  })
  return {
    address,
    child,
    output: () => output,
    end(signal) {
      child.kill(signal)
      return gone
    },
  }
}
