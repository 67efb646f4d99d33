/** Short-lived bytes between the server nodes (packed fixes, an SOS at receipt). At most once; nothing durable. */
export interface FanOut {
  /** This node's name, new at each start. */
  node: string
  publish(channel: string, bytes: Uint8Array): void
  /** Messages of the other nodes (not this one's own). */
  subscribe(channel: string, onMessage: (bytes: Uint8Array, from: string) => void): () => void
  /** Names of the nodes heard within 3 s, this one among them; a node that hears nothing gives no other up. */
  nodes(): string[]
  close(): Promise<void>
}
