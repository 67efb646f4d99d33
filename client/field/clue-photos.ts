import type { Id } from '../../shared/kernel/ids.ts'
import type { Store } from '../store/open-store.ts'
import type { Outbox } from './outbox.ts'
import type { PhoneStorage } from './storage.ts'

/** Pixels of a picture's longer side: enough to know a thing again, little enough for a weak network. */
const longest = 1_600

/** A smaller JPEG in base64, drawn anew: without what the camera writes beside the picture. Null for what is no picture. */
export async function smallPicture(file: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return null
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return canvas.toDataURL('image/jpeg', 0.82).replace(/^data:[^,]*,/, '')
}

/** What the server will never say otherwise about. */
const settled = new Set([200, 403, 413, 422])
/** Milliseconds between two tries. */
const tryEvery = 5_000

export interface PhotoSender {
  add(clue: Id, image: string): Promise<void>
  waiting(): number
  /** The last one was not taken, and is not tried again. */
  refused(): boolean
  onChange(listener: () => void): () => void
  stop(): void
}

/** What of the phone it takes to send. */
interface Sending {
  store: Store
  outbox: Outbox
  storage: PhoneStorage
  http(path: string, init?: RequestInit): Promise<Response>
}

/** Sends the pictures of finds once the report of each has been taken, over cuts and reloads. */
export async function sendPhotos({ store, outbox, storage, http }: Sending): Promise<PhotoSender> {
  const waiting = new Set((await storage.photos()).map(({ clue }) => clue))
  const listeners = new Set<() => void>()
  let refused = false
  let busy = false

  function changed(): void {
    for (const listener of [...listeners]) listener()
  }
  const report = (clue: Id) =>
    outbox
      .items()
      .find(
        ({ envelope }) => envelope.type === 'ReportClue' && (envelope.body as { clue?: Id }).clue === clue,
      )

  async function run(): Promise<void> {
    if (busy || waiting.size === 0 || !store.connection.link().up) return
    busy = true
    for (const { clue, image } of await storage.photos()) {
      if (report(clue)) continue
      const response = await http('/api/field/clue-photo', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ clue, image }),
      }).catch(() => null)
      if (!response) break
      const { code } = response.ok ? { code: '' } : ((await response.json()) as { code?: string })
      const over = settled.has(response.status) || (response.status === 409 && code !== 'store.unavailable')
      if (!over) continue
      if (!response.ok) refused = true
      waiting.delete(clue)
      await storage.removePhoto(clue)
      changed()
    }
    busy = false
  }

  const timer = setInterval(() => void run(), tryEvery)
  const off = outbox.onChange(() => void run())
  void run()
  return {
    async add(clue, image) {
      await storage.putPhoto({ clue, image })
      waiting.add(clue)
      refused = false
      changed()
    },
    waiting: () => waiting.size,
    refused: () => refused,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      clearInterval(timer)
      off()
    },
  }
}
