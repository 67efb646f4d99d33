import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { type Bench, measured } from './kit.ts'
import { deskWithCrowd } from './load-desk.ts'

type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>

const routes = [
  { route: 'desk', limit: 300, start: 'client/app/start.tsx', words: 'client/app/words-ru.ts' },
  { route: 'phone', limit: 130, start: 'client/field/start.tsx', words: 'client/field/words-ru.ts' },
]

/** What a browser gets before a route can be used, and how long a desk with everybody on duty takes until it can. */
export const bench: Bench = async function* (options) {
  yield* sizes()
  yield* deskWithCrowd(options)
}

/** Page, scripts and styles in one language; without fonts. */
async function* sizes(): ReturnType<Bench> {
  const outDir = mkdtempSync(join(tmpdir(), 'serik-bench-'))
  try {
    await build({ logLevel: 'error', build: { outDir, emptyOutDir: true, manifest: true } })
    const manifest = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8')) as Manifest
    for (const { route, limit, start, words } of routes) {
      const files = new Set(['index.html', 'first-paint.js'])
      const add = (name: string) => {
        const chunk = manifest[name]
        if (!chunk) throw new Error(`the build has no ${name}`)
        if (files.has(chunk.file)) return
        for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
        for (const one of chunk.imports ?? []) add(one)
      }
      for (const name of ['index.html', start, words]) add(name)
      const bytes = [...files].reduce(
        (sum, file) => sum + gzipSync(readFileSync(join(outDir, file))).length,
        0,
      )
      yield measured({
        case: `first load of the ${route}, ${files.size} files`,
        ...{ ours: bytes / 1024, unit: 'KB, gzip', better: 'lower', goal: `P11: at most ${limit} KB` },
        met: (_, kilobytes) => kilobytes <= limit,
      })
    }
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}
