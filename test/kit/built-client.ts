import { spawnSync } from 'node:child_process'

/** The client that the server serves is the one of the sources, as after `npm start`. */
export function ensureClient(): void {
  // Vite builds what NODE_ENV says, and vitest has set it to test.
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/ensure-client.mjs'], { env })
  if (status !== 0) throw new Error(`The client does not build. ${stdout}${stderr}`)
}
