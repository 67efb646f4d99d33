import type { Key } from '../../../shared/kernel/ids.ts'
import type { Checkpoint, ExportWanted, Look } from '../../ports/record-scan.ts'
import type { SourceOptions } from './source.ts'

/** What the thread is started with. */
export interface ThreadOptions extends SourceOptions {
  /** 32 bytes in base64: exports are signed where they are written. */
  signingKey: string
}

/** To the thread. Every `ask` is answered once; `next` asks an export for more, `rights` answers its question. */
export type ToThread =
  | { id: number; ask: 'look'; look: Look }
  | { id: number; ask: 'export'; wanted: ExportWanted }
  | { id: number; ask: 'next' }
  | { id: number; ask: 'stop' }
  | { id: number; ask: 'verify'; checkpoints: Checkpoint[] }
  | { id: number; ask: 'rights'; may: boolean[] }

/** From the thread, of an export: who may read the records that have these keys? */
export interface AsksRights {
  id: number
  rights: Key[][]
}
