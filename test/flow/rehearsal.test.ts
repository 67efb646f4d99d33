import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve } from '../kit/server.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serik-rehearsal-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The command as it is typed; `TMPDIR` so that what it leaves is seen. */
function rehearse(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['server/rehearsal/scale/main.ts', ...args], {
    env: { PATH: process.env.PATH, TMPDIR: folder, ...env },
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => {
      said += bytes
    })
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number, said }))
  const hears = async (words: string) => {
    while (!said.includes(words)) await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  }
  return { child, ended, hears }
}

/** Command lines of living processes that carry the folder's name in their environment. */
async function left(): Promise<string[]> {
  const found: string[] = []
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const of = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
    if ((await of('environ')).includes(`TMPDIR=${folder}`)) found.push(await of('cmdline'))
  }
  return found
}

test('SCALE-1 a small rehearsal runs to its report: nobody lost, nobody shown where he was not, nothing left behind', async () => {
  const size = ['--assistants', '270', '--units', '30', '--sockets', '40', '--desks', '3', '--minutes', '0.2']
  const { code, said } = await rehearse(size).ended
  expect(code, said).toBe(0)
  const report = JSON.parse(said.trim().split('\n').at(-1) ?? '')
  expect(report).toMatchObject({
    assistants: 270,
    units: 30,
    sockets: 40,
    desks: 3,
    dropped: {},
    refused: {},
  })
  expect(report).toMatchObject({ lost: 0, checked: 900, wrong: 0, framesRefused: 0, desksCutOff: 0 })
  expect(report.accepted).toBe(report.fixes)
  expect(report.accepted).toBeGreaterThan(300)
  expect(report.commands).toBeGreaterThan(0)
  expect(report.delayMedian).toBeGreaterThan(0)
  expect(report.rssMegabytes).toBeGreaterThan(50)
  expect(said).toContain('Fix to desk')
  expect(await readdir(folder)).toEqual([])
  expect(await left()).toEqual([])
})

test('SCALE-1 Ctrl-C ends it with its report', async () => {
  const { child, ended, hears } = rehearse([
    '--assistants',
    '30',
    '--units',
    '5',
    '--sockets',
    '5',
    '--desks',
    '1',
  ])
  await hears('1 desks look on')
  // To the whole group, as a terminal does.
  process.kill(-(child.pid as number), 'SIGINT')
  const { code, said } = await ended
  expect(code, said).toBe(0)
  expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).toMatchObject({ assistants: 30, lost: 0 })
  expect(await left()).toEqual([])
})

test.each([
  [['--city', 'astana'], 'There is no city astana in the rehearsal: it has almaty.'],
  [['--assistants', 'many'], '--assistants is a whole number from 1 to 200000, not many.'],
  [['--speed', '11'], '--speed is a number from 1 to 10, not 11.'],
  [['--people', '5'], "Unknown option '--people'."],
  [['--assistants', '-1'], "Option '--assistants' argument is ambiguous."],
])('SCALE-1 wrong options (%s) are one sentence', async (args, sentence) => {
  expect(await rehearse(args).ended).toEqual({ code: 1, said: `${sentence}\n` })
})

test('SCALE-1 --help says each option with its limits', async () => {
  const { code, said } = await rehearse(['--help']).ended
  expect(code).toBe(0)
  for (const [name, limits] of Object.entries({
    assistants: '1 to 200000; 600',
    sockets: '0 to 15000; 2000',
  }))
    expect(said).toMatch(new RegExp(`^ +--${name} +${limits} unless said$`, 'm'))
})

test('SCALE-3 a new rehearsal has as many people as it was told, and keeps its number and city', async () => {
  const size = { SERIK_REHEARSAL_ASSISTANTS: '330', SERIK_REHEARSAL_UNITS: '7', SERIK_REHEARSAL_SEED: '11' }
  const env = { DATA_DIR: folder, SERIK_REHEARSAL: 'on', SERIK_REHEARSAL_PEOPLE: 'off' }
  const first = await serve({ ...env, ...size })
  const { seq } = first.app.live.board
  await first.stop(true)
  const { app, stop } = await serve({ ...env, SERIK_REHEARSAL_ASSISTANTS: '10' })
  const { board } = app.live
  expect(board).toMatchObject({ seed: 11, seq })
  expect([board.assistant.size, board.unit.size]).toEqual([330, 7])
  await stop()
  await rm(folder, { recursive: true, force: true })
})
