import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin, Rolldown } from 'vite'

const name = 'field-worker'
const source = 'client/field/offline-worker.ts'
const entry = 'client/field/start.tsx'
/** Files beside the bundle that the phone's page needs. */
const beside = ['/first-paint.js', '/mark.svg', '/basemap/kz.json']

/** Builds the phone's offline worker to /field-worker.js, and tells it which files make the phone's page. */
export function fieldWorker(): Plugin {
  return {
    name: 'serik-field-worker',
    // Tests build pages of their own, which have no phone.
    apply: ({ build }, { command }) => command === 'build' && build?.rolldownOptions?.input === undefined,
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, fileName: `${name}.js` })
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter(
          (one): one is Rolldown.OutputChunk => one.type === 'chunk',
        )
        const start = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(entry))
        const page = chunks.find(({ isEntry, fileName }) => isEntry && fileName !== `${name}.js`)
        const worker = bundle[`${name}.js`]
        if (!start || !page || worker?.type !== 'chunk') return this.error('the phone is not in the build')
        const files = new Set<string>()
        const visit = (fileName: string, lazy: boolean) => {
          const chunk = bundle[fileName]
          if (files.has(`/${fileName}`) || chunk?.type !== 'chunk') return
          files.add(`/${fileName}`)
          const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {}
          for (const file of [...importedCss, ...importedAssets]) files.add(`/${file}`)
          for (const next of [...chunk.imports, ...(lazy ? chunk.dynamicImports : [])]) visit(next, lazy)
        }
        // The page's own lazy parts are the other apps.
        visit(page.fileName, false)
        visit(start.fileName, true)
        // What a style sheet names (fonts) is no part of a chunk.
        for (const [fileName, { type }] of Object.entries(bundle))
          if (type === 'asset' && /\.woff2$/.test(fileName)) files.add(`/${fileName}`)
        const list = [...beside, ...files].sort()
        const version = createHash('sha256')
          .update(beside.map((path) => readFileSync(`client/public${path}`)).join())
          .update(list.join() + chunks.map(({ fileName }) => fileName).join())
          .digest('hex')
          .slice(0, 12)
        worker.code = `const fieldFiles=${JSON.stringify({ version, files: list })};${worker.code}`
      },
    },
  }
}
