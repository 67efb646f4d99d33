import { readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, release, totalmem } from 'node:os'
import type { Case } from './kit.ts'

/** Why a goal is not met; said here so that the page never leaves it open. */
const reasons: Record<string, string> = {
  matching:
    'Most of the time goes into the searches for who has to give way where more want a place than it has.',
  map: 'The machine has no graphics card; what of the frame is symbols, labels and hits was not measured apart.',
  nodes: 'Each node pays for a frame a second whatever is in it; at fewer fixes that weighs more.',
  load: 'The page takes more scripts than the goal allows before it can be used.',
}

/** docs/PERFORMANCE.md from one run. */
export function writeReport(cases: Case[], quick: boolean): void {
  const names = [...new Set(cases.map(({ bench }) => bench))]
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }
  const text = `# Performance

Written by \`npm run bench -- all${quick ? ' --quick' : ''} --report\` on ${new Date().toISOString().slice(0, 10)}. The machine: ${cpus().length} × ${cpus()[0]?.model ?? arch()}, ${Math.round(totalmem() / 2 ** 30)} GB,
Linux ${release()}, Node ${process.versions.node}, socket.io ${dependencies['socket.io']}. ${
    quick ? '**A quick run, which shows that everything works and measures little.**' : ''
  }

A figure alone says more of the machine than of Serik. So every goal is a ratio to a peer that runs by turns with it in the
same run, both doing the same work; the answers are compared, and a bench whose answers differ gives no ratio. Figures are
medians. A ratio above 1 is in our favour.

${names
  .map((name) =>
    section(
      name,
      cases.filter(({ bench }) => bench === name),
    ),
  )
  .join('\n')}
## Not measured yet

The whole chain at 10,000 fixes a second over real sockets, and the growth of memory to 50,000 people.
`
  writeFileSync('docs/PERFORMANCE.md', text)
}

function section(name: string, cases: Case[]): string {
  const missed = cases.some(({ met }) => met === false)
  const why = missed ? `\nNot met: ${reasons[name] ?? 'the cause has not been profiled yet.'}\n` : ''
  const rows = cases.map(
    ({ case: what, ours, peer, ratio, unit, goal, met }) =>
      `| ${what} | ${ours ?? '–'} | ${peer ?? '–'} | ${ratio ?? '–'} | ${unit} | ${goal || '–'} | ${met === null ? '–' : met ? 'yes' : '**no**'} |`,
  )
  return `## ${name}

\`npm run bench -- ${name}\`

| case | ours | peer | ratio | unit | goal | met |
|---|---|---|---|---|---|---|
${rows.join('\n')}
${why}`
}
