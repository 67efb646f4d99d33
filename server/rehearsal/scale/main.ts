import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { help, readOptions } from './options.ts'
import { rehearseAtScale } from './rehearse.ts'
import { reportOf } from './report.ts'

/** `npm run rehearsal`: a city of any size over the real wire, until Ctrl-C or `--minutes` are over; then a report. */
const args = process.argv.slice(2)
if (args.includes('--help')) {
  console.log(help)
  process.exit()
}
const options = readOptions(args)
if (typeof options === 'string') {
  console.error(options)
  process.exit(1)
}
const given = process.env.DATA_DIR
const dataDir = given ?? mkdtempSync(join(tmpdir(), 'serik-rehearsal-'))
const enough = new AbortController()
process.on('SIGINT', () => enough.abort())
process.on('SIGTERM', () => enough.abort())
const { minutes, ...rest } = options

try {
  const until = { minutes, sooner: enough.signal }
  const figures = await rehearseAtScale({ ...rest, dataDir }, until, (sentence) => console.log(sentence))
  const { json, text } = reportOf(figures)
  console.log(`\n${text}\n${JSON.stringify(json)}`)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
} finally {
  if (!given) rmSync(dataDir, { recursive: true, force: true })
}
process.exit()
