// Builds the client when dist/ is missing or older than its sources, so that `npm start` always serves what is here.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['client', 'shared', 'index.html', 'vite.config.ts', 'package-lock.json']

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

const built = statSync('dist/index.html', { throwIfNoEntry: false })?.mtimeMs ?? 0
if (built < Math.max(...sources.map(newest))) {
  console.log('Serik: building the desk (about ten seconds)')
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
