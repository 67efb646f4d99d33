import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, release, totalmem } from 'node:os'
import { unmet } from './goals.ts'
import type { Case } from './kit.ts'

/** `P6: at least 100× …` → `P6`. */
const numberOf = ({ goal }: Case) => /^P\d+/.exec(goal)?.[0]

/** docs/PERFORMANCE.md from one run. */
export function writeReport(cases: Case[], quick: boolean): void {
  const benches = [...new Set(cases.map(({ bench }) => bench))]
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }
  const text = `# Performance

Written by \`npm run bench -- all${quick ? ' --quick' : ''} --report\` on ${new Date().toISOString().slice(0, 10)}. The machine: ${cpus().length} × ${cpus()[0]?.model ?? arch()}, ${Math.round(totalmem() / 2 ** 30)} GB,
Linux ${release()}, Node ${process.versions.node}, socket.io ${dependencies['socket.io']}. ${
    quick ? '**A quick run, which shows that everything works and measures little.**' : ''
  }

A figure alone says more of the machine than of Serik. So a goal is a ratio to a peer that runs by turns with it in the same
run, both doing the same work, or a limit that a user feels; the answers of the two are compared, and a bench whose answers
differ gives no ratio. Figures are medians. A ratio above 1 is in our favour.
${earlier()}
## The goals

${table(cases.filter(numberOf))}

${reasons(cases)}
${benches.map((bench) => section(bench, cases)).join('\n')}`
  writeFileSync('docs/PERFORMANCE.md', text)
}

/** What stands in docs/performance: figures of one machine say little of another. */
function earlier(): string {
  const names = readdirSync('docs/performance').filter((name) => name.endsWith('.md'))
  const links = names.sort().map((name) => `[${name.slice(0, -3)}](performance/${name})`)
  return links.length === 0 ? '' : `\nEarlier reports, of other machines: ${links.join(', ')}.\n`
}

function section(bench: string, cases: Case[]): string {
  return `## ${bench}

\`npm run bench -- ${bench}\`

${table(cases.filter((one) => one.bench === bench))}
`
}

function table(cases: Case[]): string {
  const rows = cases.map(
    ({ case: what, ours, peer, ratio, unit, goal, met }) =>
      `| ${goal || '–'} | ${what} | ${ours ?? '–'} | ${peer ?? '–'} | ${ratio ?? '–'} | ${unit} | ${met === null ? '–' : met ? 'yes' : '**no**'} |`,
  )
  return [
    '| goal | case | ours | peer | ratio | unit | met |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

/** For each goal that this run misses: what was measured about it, and the next idea. */
function reasons(cases: Case[]): string {
  const missed = new Set(cases.filter(({ met }) => met === false).map(numberOf))
  return [...missed]
    .map(
      (goal) =>
        `**${goal ?? 'Other'} missed.** ${unmet[goal ?? 'Other'] ?? 'The cause has not been profiled yet.'}\n`,
    )
    .join('\n')
}
