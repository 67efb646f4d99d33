import { parentPort, workerData } from 'node:worker_threads'
import { isRefusal } from '../../shared/kernel/refusal.ts'
import { readAreas } from './areas.ts'
import { readGpx } from './gpx.ts'
import { textOfKmz } from './kmz.ts'
import type { ReadJob } from './read-apart.ts'

/** One file of somebody's, read where it can hold nobody up. */
const job = workerData as ReadJob
const text = typeof job.file === 'string' ? job.file : textOfKmz(job.file)
parentPort?.postMessage(isRefusal(text) ? text : job.kind === 'areas' ? readAreas(text) : readGpx(text))
