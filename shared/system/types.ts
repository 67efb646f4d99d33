import type { Millis } from '../kernel/ids.ts'

/** Milliseconds that something took in the last five minutes. */
export interface Took {
  count: number
  median: number
  p99: number
}

/** What one server node says of itself: counts and times, nobody's name. Times in milliseconds; null = none yet. */
export interface NodeFigures {
  desks: number
  devices: number
  /** Since the last append that was durable, by this node. */
  appendAge: number | null
  /** Appends that are not durable yet, and since when none has become so. */
  appendsWaiting: number
  appendWait: number | null
  commands: Took | null
  fixToDesk: Took | null
  /** How late the event loop was in the last minutes: 99th percentile. */
  loopLag: number
  /** Of the last five minutes. */
  framesSent: number
  framesDropped: number
  /** Null: it takes commands; else why not. */
  store: 'store.silent' | 'store.full' | 'store.unwritable' | 'store.damaged' | null
  /** Of the node's data folder, bytes. */
  disk: { free: number; total: number }
  /** Since the least lately heard of the other nodes spoke; null when there is no other. */
  relayAge: number | null
}

export interface SystemState {
  at: Millis
  nodes: {
    /** The first letters of its name, which is new at each start. */
    name: string
    /** The node that this desk is connected to. */
    own: boolean
    /** Null: it is alive but has not answered. */
    figures: NodeFigures | null
  }[]
}
