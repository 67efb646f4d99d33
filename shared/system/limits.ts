import type { NodeFigures } from './types.ts'

export type Level = 'fine' | 'late' | 'bad'

/** Beyond `late` a figure is amber, beyond `bad` red. Milliseconds, or a share. */
export const limits = {
  commands: { late: 500, bad: 2_000 },
  /** A tick of the frames and 50 ms; a second. */
  fixToDesk: { late: 300, bad: 1_000 },
  loopLag: { late: 50, bad: 250 },
  framesDropped: { late: 0.01, bad: 0.1 },
  relayAge: { late: 3_000, bad: 10_000 },
  /** How long an append may wait for the disk. */
  append: { late: 1_000, bad: 5_000 },
  /** Of the disk that is taken. */
  diskTaken: { late: 0.9, bad: 0.97 },
} as const
export type Limited = keyof typeof limits

export function levelOf(of: Limited, value: number | null): Level {
  if (value === null) return 'fine'
  if (value > limits[of].bad) return 'bad'
  return value > limits[of].late ? 'late' : 'fine'
}

/** The figures that have a limit, as they are compared with it. */
export function limitedFigures(figures: NodeFigures): Record<Limited, number | null> {
  const { framesSent, framesDropped, disk } = figures
  const frames = framesSent + framesDropped
  return {
    commands: figures.commands?.p99 ?? null,
    fixToDesk: figures.fixToDesk?.p99 ?? null,
    loopLag: figures.loopLag,
    framesDropped: frames === 0 ? null : framesDropped / frames,
    relayAge: figures.relayAge,
    // A quiet night appends nothing: only what waits can be late.
    append: figures.appendWait,
    diskTaken: disk.total === 0 ? null : 1 - disk.free / disk.total,
  }
}
