import { hash, verify } from '@node-rs/argon2'
import { longestPassword } from '../../shared/accounts/password-length.ts'

/** OWASP's minimum for argon2id (19 MiB, 2 passes). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => queued(() => hash(password, cost))

/** A hash that no password opens: an unknown login costs the same time as a wrong password. */
const nobody = hash('nobody has this password', cost)

export async function checkPassword(password: string, passwordHash: string | null): Promise<boolean> {
  if (password.length > longestPassword) return false
  const known = passwordHash ?? (await nobody)
  return (await queued(() => verify(known, password))) && passwordHash !== null
}

let running = 0
const waiting: (() => void)[] = []

/** At most two at once: hashing must not take the machine from the desks. */
async function queued<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((go) => waiting.push(go))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}
