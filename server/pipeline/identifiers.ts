import { createHash } from 'node:crypto'
import type { Id } from '../../shared/kernel/ids.ts'

/** The `n`th id of a command: a retry, and every node that decides it, makes the same ones (UUID shaped). */
export function derivedId(commandId: Id, n: number): Id {
  return uuidOf(`${commandId}/${n}`)
}

/** A command id for what the server does itself: the same reason gives the same id on every node. */
export function idOfReason(reason: string): Id {
  return uuidOf(`reason:${reason}`)
}

function uuidOf(text: string): Id {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
