import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Carrier } from '../../rehearsal/enrol.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Enrolment } from '../auth/enrolment.ts'

/**
 * The rehearsal's people live in a process of their own and know the server only by its address: they enrol with
 * one-time codes, as phones do. The child asks (`{ need: [ids] }`) for the codes of those that have no token yet.
 */
export function startPeople(
  options: { address: string; dataDir: string; seed: number; logger: Logger },
  board: Board,
  enrolment: Enrolment,
): { stop(): void } {
  const child = fork(
    join(import.meta.dirname, '../../rehearsal/main.ts'),
    [
      '--address',
      options.address,
      '--tokens',
      join(options.dataDir, 'rehearsal-phones.json'),
      '--seed',
      String(options.seed),
    ],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
  child.on('message', async ({ question }: { question: { need?: string[] } }) => {
    if (question.need === undefined) child.send({ carriers: carriersOf(board) })
    else child.send({ codes: await codesFor(question.need, board, enrolment) })
  })
  child.on('exit', (code, signal) => {
    if (code) options.logger.warn({ code, signal }, 'the people of the rehearsal have stopped')
  })
  return {
    stop() {
      child.kill('SIGTERM')
    },
  }
}

/** Units first. */
export const carriersOf = (board: Board): Carrier[] => [
  ...[...board.unit.values()].map(({ id, callSign, mobility }) => ({
    ...{ kind: 'unit' as const, id, callSign, mobility },
  })),
  ...[...board.assistant.values()].map(({ id, callSign }) => ({ kind: 'assistant' as const, id, callSign })),
]

export async function codesFor(ids: string[], board: Board, enrolment: Enrolment) {
  const codes: Record<string, string> = {}
  for (const id of ids) {
    const purpose = board.unit.has(id) ? 'enrol-unit' : 'enrol-assistant'
    codes[id] = (await enrolment.mint(purpose, id)).code
  }
  return codes
}
