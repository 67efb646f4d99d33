/** Silence, in milliseconds, from which a link lags and from which it is lost. */
export interface LinkLimits {
  late: number
  lost: number
}

/** A map on a desk is sent a frame each tick. */
export const mapLimits: LinkLimits = { late: 3_000, lost: 10_000 }
/** Where no map is shown only the socket's own pings are sure to come, one every ten seconds. */
export const quietLimits: LinkLimits = { late: 15_000, lost: 25_000 }
/** Milliseconds after which a connection that went down is called lost, whatever it was for. */
const downFor = 10_000

export interface Link {
  /** Connected and greeted: what is sent now is heard now. */
  up: boolean
  /** `late`: the lamp is hollow. `lost`: the whole screen says so. */
  level: 'live' | 'late' | 'lost'
  /** When the server was last heard, by its own clock; 0 = never. */
  lastGood: number
}

/** A link that has just gone down is late at once and lost only when it stays so. */
export function linkLevel(up: boolean, silentFor: number, { late, lost }: LinkLimits): Link['level'] {
  if (silentFor >= (up ? lost : downFor)) return 'lost'
  return up && silentFor < late ? 'live' : 'late'
}
