import { systemClock } from '../../server/ports/clock.ts'
import { openEmbedded } from '../../server/stores/embedded/open.ts'
import { anAppend } from './append.ts'

/** A process to be killed: appends without end, several at once, and prints the command ids that were acknowledged. */
const { log } = await openEmbedded({ dataDir: process.argv[2] as string, clock: systemClock })

async function keepAppending(key: `unit:${number}`) {
  for (;;) {
    const append = anAppend([[key], [key]])
    const appended = await log.append(append)
    if (!appended.ok) throw new Error(appended.why)
    process.stdout.write(`${append.commandId} ${appended.upTo}\n`)
  }
}

for (let n = 0; n < 8; n++) void keepAppending(`unit:${n}`)
