/** Why the server closes a connection; a closed list. The client says it in words, and reconnects only where it may. */
export const closeReasons = {
  'session-ended': { reconnect: false },
  'grants-changed': { reconnect: true },
  'device-revoked': { reconnect: false },
  'wire-version': { reconnect: false },
  draining: { reconnect: true },
  'too-slow': { reconnect: true },
  'too-many': { reconnect: false },
} as const
export type CloseReason = keyof typeof closeReasons
export interface Closing {
  reason: CloseReason
}
