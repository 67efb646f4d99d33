import { Worker } from 'node:worker_threads'
import { type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import { type ImportedAreas, readAreas } from './areas.ts'
import { type GpxTrack, readGpx } from './gpx.ts'

export interface ReadJob {
  kind: 'areas' | 'track'
  /** The bytes of a KMZ. */
  file: string | Uint8Array
}

interface Answers {
  areas: ImportedAreas
  track: GpxTrack
}

/** Milliseconds and megabytes: the largest file that is read takes a tenth of either. */
const limits = { time: 15_000, memory: 768 }
/** Characters of a text that is read at once: a few milliseconds, where a thread takes longer to begin. */
export const small = 64 * 1024
/** So many files wait for the one that is read. */
const waiting = 4

let queue: Promise<unknown> = Promise.resolve()
let length = 0

/** Whether another large file would only be refused. */
export const filesWait = (coming: number): boolean => length + coming >= waiting

/**
 * Reads a file of any size in a thread of its own, one after another, so that none holds up the desks or takes their
 * memory.
 */
export async function readApart<Kind extends keyof Answers>(
  kind: Kind,
  file: ReadJob['file'],
): Promise<Answers[Kind] | Refusal> {
  if (typeof file === 'string' && file.length <= small)
    return (kind === 'areas' ? readAreas(file) : readGpx(file)) as Answers[Kind] | Refusal
  if (length >= waiting) return refuse('file.busy')
  length++
  const mine = queue.then(() => inThread({ kind, file }))
  queue = mine
  const answer = await mine
  length--
  return answer as Answers[Kind] | Refusal
}

function inThread(job: ReadJob): Promise<unknown> {
  return new Promise((done) => {
    const thread = new Worker(new URL('./read-worker.ts', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    })
    const end = (answer: unknown) => {
      clearTimeout(timer)
      done(answer)
      void thread.terminate()
    }
    const timer = setTimeout(() => end(refuse('file.too-slow')), limits.time)
    thread.once('message', end)
    thread.once('error', () => end(refuse('file.too-complex')))
    thread.once('exit', () => end(refuse('file.too-complex')))
  })
}
