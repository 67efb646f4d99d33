import { setImmediate } from 'node:timers/promises'

/** Milliseconds of work after which everybody else has a turn. */
const atOnce = 10

let began = performance.now()

/** Between two parts of long work: lets calls for help, commands and frames through when it has lasted. */
export async function breathe(): Promise<void> {
  if (performance.now() - began < atOnce) return
  await setImmediate()
  began = performance.now()
}
