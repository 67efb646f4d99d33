import { monitorEventLoopDelay } from 'node:perf_hooks'
import { readConfig } from '../../config.ts'
import { giveBackMemory } from '../../give-back-memory.ts'
import { type RunningServer, startServer } from '../../start-server.ts'
import { carriersOf, codesFor } from '../people-process.ts'
import { bookAllOn } from '../seed.ts'
import type { Question, Usage } from './crew.ts'

/**
 * The server of a rehearsal at scale, in a process of its own. `seed`: makes the store, books everybody on and ends, so
 * that the one that serves has not that work's memory. `serve`: as `npm start`, and answers the questions of who
 * started it: what an administrator would hand out, and what the process uses.
 */
const desksOfOne = 5
process.once('SIGTERM', end)
process.once('disconnect', end)
let running: RunningServer | null = null
const server = await startServer(
  readConfig({ ...process.env, PORT: process.env.PORT ?? '0', SERIK_REHEARSAL_PEOPLE: 'off' }),
)
running = server
const { live, pipeline, enrolment, sessions } = server.app
if (process.argv[2] === 'seed') {
  await bookAllOn(live.board, pipeline)
  await end()
}

const resolution = 10
const loop = monitorEventLoopDelay({ resolution })
loop.enable()
process.on('message', async ({ id, question }: { id: number; question: Question }) => {
  const answer = await answerTo(question)
  if (process.connected) process.send?.({ answer: { id, answer } })
})
giveBackMemory()
if (process.connected) process.send?.({ up: server.address })
else await end()

async function end(): Promise<void> {
  await running?.stop()
  process.exit(0)
}

async function answerTo(question: Question): Promise<unknown> {
  switch (question.kind) {
    case 'carriers':
      return carriersOf(live.board)
    case 'codes':
      return codesFor(question.ids, live.board, enrolment)
    case 'trackers': {
      return Promise.all(question.ids.map(trackerOf))
    }
    case 'gateway':
      return (await enrolment.addGateway({ name: 'rehearsal', regions: ['almaty'] }))?.token
    case 'cookies':
      return Promise.all(
        Array.from({ length: question.count }, (_, n) => cookieOf(Math.floor(n / desksOfOne))),
      )
    case 'usage': {
      const { user, system } = process.cpuUsage()
      const lag = Math.max(0, loop.percentile(99) / 1e6 - resolution)
      loop.reset()
      return { rss: process.memoryUsage.rss(), cpu: (user + system) / 1e6, lag } satisfies Usage
    }
  }
}

async function trackerOf(id: string): Promise<{ no: number; token: string }> {
  const kind = live.board.unit.has(id) ? 'unit' : 'assistant'
  const added = await enrolment.addTracker({ kind, id })
  const no = live.board[kind].get(id)?.no
  if (!added || no === undefined) throw new Error(`no device for ${id}`)
  return { no, token: added.token }
}

/** All officers have the same grants, as those of one room. */
async function cookieOf(officer: number): Promise<string> {
  const opened = await pipeline.giveOwn(`rehearsal desk ${officer}`, 'OpenAccount', {
    ...{ name: `Desk ${officer}`, police: true },
    grants: [{ role: 'duty-officer', regions: ['almaty'], operations: [] }],
  })
  if (!opened.ok) throw new Error(`a desk could not be made: ${opened.code}`)
  return `sid=${await sessions.open('staff', (opened.result as { account: string }).account)}`
}
