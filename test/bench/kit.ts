/** One case of a bench, as it is printed. */
export interface Case {
  bench: string
  case: string
  ours: number | null
  /** The library's documented fast path, or the limit, measured in the same run. */
  peer: number | null
  /** How many times better ours is; below 1 it is worse. */
  ratio: number | null
  unit: string
  /** As a sentence; empty when there is none. */
  goal: string
  met: boolean | null
}

export interface BenchOptions {
  quick: boolean
}

/** A bench gives its cases as they are ready. */
export type Bench = (options: BenchOptions) => AsyncGenerator<Omit<Case, 'bench'>>

interface Measured {
  case: string
  ours: number
  peer?: number
  unit: string
  /** Of the figures. */
  better: 'lower' | 'higher'
  goal?: string
  /** Told the ratio and the figure of ours. */
  met?: (ratio: number, ours: number) => boolean
  /** Why the answers of the two arms cannot be trusted; then there is no ratio and the goal is not met. */
  wrong?: string | null
}

export function measured({ case: name, ours, peer, unit, better, goal = '', met, wrong }: Measured) {
  const ratio = peer === undefined ? null : better === 'lower' ? peer / ours : ours / peer
  const figures = { ours: rounded(ours), peer: peer === undefined ? null : rounded(peer) }
  if (wrong) return { case: `${name}: ${wrong}`, ...figures, ratio: null, unit, goal, met: false }
  return {
    case: name,
    ...figures,
    ratio: ratio === null ? null : rounded(ratio),
    unit,
    goal,
    met: met ? met(ratio ?? Number.NaN, ours) : null,
  }
}

const rounded = (value: number): number => Number(value.toPrecision(4))

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number
}

/** Runs the arms by turns and gives each one's median, so that a slower minute of the machine slows both. */
export async function interleaved<Arm extends string>(
  rounds: number,
  arms: Record<Arm, () => number | Promise<number>>,
): Promise<Record<Arm, number>> {
  const figures = {} as Record<Arm, number[]>
  const names = Object.keys(arms) as Arm[]
  for (const name of names) figures[name] = []
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 ? [...names].reverse() : names
    for (const name of order) figures[name].push(await arms[name]())
  }
  return Object.fromEntries(names.map((name) => [name, median(figures[name])])) as Record<Arm, number>
}

/** Milliseconds of this process's CPU: what else the machine does counts less than on a clock. */
export function cpuMs(work: () => void): number {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

/** Numbers of 0 to 1 that are the same at every run. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A place of a city of 24 km by 16 km: most around one of `spots`, some anywhere. */
export function cityPlace(random: () => number, spots = 12): { lat: number; lng: number } {
  const bell = () => (random() + random() + random() - 1.5) / 1.5
  const anywhere = { lat: 43.17 + random() * 0.15, lng: 76.8 + random() * 0.3 }
  if (random() < 0.3) return anywhere
  const spot = Math.floor(random() ** 2 * spots)
  return {
    lat: 43.18 + ((spot * 0.618) % 1) * 0.13 + bell() * 0.008,
    lng: 76.82 + ((spot * 0.382 + 0.17) % 1) * 0.26 + bell() * 0.011,
  }
}
