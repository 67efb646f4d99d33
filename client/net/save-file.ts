import type { HttpRefusal } from './ask-server.ts'

/** Asks the server for a file and lets the browser keep it under the name that the server gives; a refusal otherwise. */
export async function saveFile(path: string, body: object): Promise<HttpRefusal | null> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) return { ok: false, ...((await response.json()) as Omit<HttpRefusal, 'ok'>) }
    const name = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await response.blob())
    link.download = name ?? 'serik'
    link.click()
    // The browser has taken it by the next task.
    setTimeout(() => URL.revokeObjectURL(link.href))
    return null
  } catch {
    return { ok: false, code: 'link.down' }
  }
}
