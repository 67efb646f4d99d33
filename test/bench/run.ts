import { spawnSync } from 'node:child_process'
import type { Bench, Case } from './kit.ts'
import { writeReport } from './report.ts'

/** `npm run bench -- NAME [--quick]`: one JSON line per case. `all` runs every bench in a process of its own. */
const benches = [
  'frames',
  'matching',
  'geo',
  'log',
  'record',
  'tracks',
  'fanout',
  'nodes',
  'map',
  'chain',
  'growth',
  'load',
  'search',
  'roster',
]
const [name = '', ...flags] = process.argv.slice(2)
const quick = flags.includes('--quick')

if (name === 'all') {
  const cases: Case[] = []
  for (const one of benches) {
    const args = [import.meta.filename, one, ...(quick ? ['--quick'] : [])]
    const { stdout } = spawnSync(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    })
    process.stdout.write(stdout)
    cases.push(
      ...stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Case] : [])),
    )
  }
  if (flags.includes('--report')) writeReport(cases, quick)
} else if (benches.includes(name)) {
  const { bench } = (await import(`./${name}.ts`)) as { bench: Bench }
  try {
    for await (const one of bench({ quick })) console.log(JSON.stringify({ bench: name, ...one }))
  } catch (error) {
    console.error(error)
    const failed = `did not run: ${(error as Error).message}`
    const figures = { ours: null, peer: null, ratio: null, unit: '', goal: '', met: false }
    console.log(JSON.stringify({ bench: name, case: failed, ...figures }))
  }
  process.exit(0)
} else {
  console.error(`npm run bench -- ${benches.join(' | ')} | all  [--quick] [--report]`)
  process.exit(1)
}
