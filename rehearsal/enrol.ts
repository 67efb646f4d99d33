import { readFile, rename, writeFile } from 'node:fs/promises'

export interface Carrier {
  kind: 'assistant' | 'unit'
  id: string
  callSign: string
  mobility?: 'car' | 'foot'
}

/** By the id of the carrier. */
export type Tokens = Record<string, string>

/** The tokens of an earlier start, and new ones by one-time codes for who has none. */
export async function enrolAll(
  address: string,
  file: string,
  carriers: Carrier[],
  codesFor: (ids: string[]) => Promise<Record<string, string>>,
): Promise<Tokens> {
  const tokens: Tokens = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'))
  const need = carriers.map(({ id }) => id).filter((id) => !tokens[id])
  if (need.length === 0) return tokens
  const codes = Object.entries(await codesFor(need))
  const atOnce = 8
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = codes.pop(); next; next = codes.pop()) {
        const [id, code] = next
        const response = await fetch(`${address}/api/enrol`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ code }),
        })
        if (response.ok) tokens[id] = ((await response.json()) as { token: string }).token
      }
    }),
  )
  await writeFile(`${file}.new`, JSON.stringify(tokens), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return tokens
}
