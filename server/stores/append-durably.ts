import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

/** On the disk when it returns. */
export function appendDurably(path: string, line: string): void {
  const file = openSync(path, 'a')
  try {
    writeSync(file, line)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
