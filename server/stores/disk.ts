import { statfsSync } from 'node:fs'

/** Bytes of the disk under a folder, as far as this process may use them. */
export function freeOn(folder: string): { free: number; total: number } {
  const { bavail, blocks, bsize } = statfsSync(folder)
  return { free: bavail * bsize, total: blocks * bsize }
}
