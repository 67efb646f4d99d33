/** What a first visit can open; each starts with what it imports, and fetches the rest later. */
const apps = ['app', 'field', 'apply', 'proof', 'verify']

interface Graph {
  getModuleInfo(id: string): { importers: readonly string[] } | null
}

/**
 * One file for all modules that the same apps start with. By itself the bundler cuts them by every later part that uses
 * them too: a hundred small files for the desk, each a request, which compress worse. Null for what comes later, for the
 * starts themselves and for what the page has before them.
 */
export function firstLoad(id: string, graph: Graph): string | null {
  const seen = new Set<string>()
  const visit = (module: string): void => {
    if (seen.has(module)) return
    seen.add(module)
    for (const importer of graph.getModuleInfo(module)?.importers ?? []) visit(importer)
  }
  visit(id)
  const isSeen = (file: string) => [...seen].some((module) => module.endsWith(`/client/${file}`))
  const of = apps.filter((app) => isSeen(`${app}/start.tsx`))
  const isStart = apps.some((app) => id.endsWith(`/client/${app}/start.tsx`))
  return of.length === 0 || isStart || isSeen('main.tsx') ? null : of.join('-')
}
