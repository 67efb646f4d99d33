import { parentPort } from 'node:worker_threads'
import { solveStaffing } from '../../shared/pairing/solve-staffing.ts'
import type { Answered } from '../own-thread.ts'
import { unpackStaffing } from './packed.ts'
import type { AskStaffing } from './staffing-thread.ts'

parentPort?.on('message', ({ id, staffing }: AskStaffing) => {
  parentPort?.postMessage(solved(id, staffing))
})

function solved(id: number, staffing: AskStaffing['staffing']): Answered {
  try {
    return { id, answer: solveStaffing(unpackStaffing(staffing)) }
  } catch (error) {
    return { id, failed: (error as Error).message }
  }
}
