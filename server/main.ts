import { readConfig, StartRefused } from './config.ts'
import { giveBackMemory } from './give-back-memory.ts'
import { startServer } from './start-server.ts'

/** The server's process: one clear sentence and exit code 1 when it cannot start, a drained end on SIGTERM. */
async function main(): Promise<void> {
  const server = await startServer(readConfig(process.env))
  const stop = () => {
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  giveBackMemory()
  // Whoever reads it may stop the server at once.
  console.log(server.greeting)
}

main().catch((error: unknown) => {
  const sentence = error instanceof StartRefused ? error.message : error
  console.error(sentence)
  process.exit(1)
})
