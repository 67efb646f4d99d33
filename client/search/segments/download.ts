import type { HttpRefusal } from '../../net/ask-server.ts'

/** Asks for a file and hands it to the browser to save; a refusal is a value. */
export async function download(
  path: string,
  body: unknown,
): Promise<{ ok: true; name: string } | HttpRefusal> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) return { ok: false, ...((await response.json()) as { code: string }) }
    const named = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')
    const name = named?.[1] ?? 'search'
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await response.blob())
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    return { ok: true, name }
  } catch {
    return { ok: false, code: 'link.down' }
  }
}
