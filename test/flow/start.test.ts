import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startNode } from '../kit/node-process.ts'
import { serve } from '../kit/server.ts'

const folders: string[] = []
async function folder() {
  const made = await mkdtemp(join(tmpdir(), 'serik-start-'))
  folders.push(made)
  return made
}
afterEach(async () => {
  for (const made of folders.splice(0)) await rm(made, { recursive: true, force: true })
})

/** Starts the real process and waits for its end. */
async function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { PATH: process.env.PATH, PORT: '0', SERIK_REHEARSAL: 'off', ...env },
  })
  let said = ''
  child.stderr.on('data', (bytes) => {
    said += bytes
  })
  const [code] = await once(child, 'exit')
  return { code, lines: said.trim().split('\n') }
}

test('START-1 a port in use is one sentence and exit code 1', async () => {
  const busy = createServer().listen(0, '127.0.0.1')
  await once(busy, 'listening')
  const { port } = busy.address() as { port: number }
  const { code, lines } = await start({ PORT: String(port), DATA_DIR: await folder() })
  busy.close()
  expect(code).toBe(1)
  expect(lines).toEqual([`Port ${port} on 127.0.0.1 is in use: stop the other program or set PORT.`])
})

test('START-2 a data folder that cannot be written is one sentence and exit code 1', async () => {
  const file = join(await folder(), 'a-file')
  await writeFile(file, '')
  const { code, lines } = await start({ DATA_DIR: join(file, 'data') })
  expect(code).toBe(1)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^The data folder \S+ cannot be used: .+\.$/)
})

test('START-3 an unreachable Redis is one sentence and exit code 1', async () => {
  const { code, lines } = await start({
    REDIS_URL: 'redis://127.0.0.1:1',
    SERIK_VAULT_KEY: Buffer.alloc(32, 1).toString('base64'),
    DATA_DIR: await folder(),
  })
  expect(code).toBe(1)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('Redis')
})

test('START-4 a wrong variable is named, and a second server on one folder is refused', async () => {
  const wrong = await start({ PORT: 'eighty', DATA_DIR: await folder() })
  expect(wrong.code).toBe(1)
  expect(wrong.lines[0]).toContain('PORT')
  const first = await serve()
  const second = await start({ DATA_DIR: first.folder })
  await first.stop()
  expect(second.code).toBe(1)
  expect(second.lines).toHaveLength(1)
})

test('START-5 a rehearsal stays one, and listens to this machine only', async () => {
  const dir = await folder()
  const first = await serve({ DATA_DIR: dir, SERIK_REHEARSAL: 'on', SERIK_REHEARSAL_PEOPLE: 'off' })
  expect(first.greeting).toContain('Rehearsal')
  await first.stop(true)
  const live = await start({ DATA_DIR: dir })
  expect(live).toMatchObject({ code: 1 })
  expect(live.lines[0]).toContain('rehearsal')
  const open = await start({ DATA_DIR: dir, SERIK_REHEARSAL: 'on', HOST: '0.0.0.0' })
  expect(open.code).toBe(1)
  expect(open.lines[0]).toContain('SERIK_REHEARSAL=public')
  const again = await serve({ DATA_DIR: dir, SERIK_REHEARSAL: 'on', SERIK_REHEARSAL_PEOPLE: 'off' })
  expect(again.app.live.board.assistant.size).toBe(600)
  await again.stop(true)
})

test('START-6 a live store greets with a link for its first administrator: good once, and gone when it was used', async () => {
  const env = { DATA_DIR: await folder(), SERIK_REHEARSAL: 'off', NODE_ENV: 'production' }
  const first = await startNode(env)
  const link = /login "admin".*: (http:\/\/localhost:\d+\/set-password)#code=([A-Z2-9-]{14})$/m.exec(
    first.output(),
  )
  expect(first.output()).not.toContain('Rehearsal')
  const use = async (address: string) => {
    const response = await fetch(`${address}/api/set-password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: link?.[2], password: 'a long enough password' }),
    })
    return response.status
  }
  expect([await use(first.address), await use(first.address)]).toEqual([200, 400])
  expect(await first.end('SIGTERM')).toBe(0)
  const second = await startNode(env)
  expect(second.output()).not.toContain('set-password')
  expect(await second.end('SIGTERM')).toBe(0)
})

test('START-7 a rehearsal with all its people is there again for less than three seconds of work', async () => {
  const env = { DATA_DIR: await folder(), SERIK_REHEARSAL: 'on', SERIK_REHEARSAL_PEOPLE: 'off' }
  const first = await serve(env)
  expect(first.greeting).toContain('rehearsal-only')
  await first.stop(true)
  const before = process.cpuUsage()
  const second = await serve(env)
  const { user, system } = process.cpuUsage(before)
  expect(second.app.live.board.assistant.size).toBe(600)
  expect((user + system) / 1e6).toBeLessThan(3)
  await second.stop(true)
})
