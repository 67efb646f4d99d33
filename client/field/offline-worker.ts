/**
 * Lets the phone's page open without a network. It keeps the files of one build, and nothing else: what the server says
 * (`/api`, the socket, trackers, tiles) never passes through here, so no old answer can be taken for a new one. Its scope
 * is /field. The build puts the list in and gives the file its fixed name.
 */
declare const fieldFiles: { version: string; files: string[] }

const worker = self as unknown as ServiceWorkerGlobalScope
const prefix = 'serik-field-'
const page = '/field'
const { version, files } = fieldFiles
/** Milliseconds that the network has to give the page, before the kept one is shown. */
const patience = 3_000

worker.addEventListener('install', (event) => {
  // All or nothing: half a build would open half a page.
  event.waitUntil(
    caches
      .open(prefix + version)
      .then((cache) => cache.addAll([page, ...files].map((path) => new Request(path, { cache: 'reload' }))))
      .then(() => worker.skipWaiting()),
  )
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOld().then(() => worker.clients.claim()))
})

/** The build before this one stays: a page that is open may still ask for its parts. */
async function forgetOld(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix))
  const old = names.filter((name) => name !== prefix + version).slice(0, -1)
  await Promise.all(old.map((name) => caches.delete(name)))
}

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate') event.respondWith(newest(request, page))
  else if (pathname.startsWith('/assets/')) event.respondWith(kept(request))
  else if (files.includes(pathname)) event.respondWith(newest(request, pathname))
})

/** Named by its content: what is kept is what the server has. */
async function kept(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request)
}

/** From the network while there is one, so that a new build is used at once; the kept one without, or when it dawdles. */
async function newest(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(prefix + version)
  const found = await cache.match(path)
  if (!found) return fetch(request)
  const late = new Promise<Response>((resolve) => setTimeout(resolve, patience, found))
  const fresh = fetch(request).then((response) => (response.ok ? response : found.clone()))
  return Promise.race([late, fresh]).catch(() => found)
}
