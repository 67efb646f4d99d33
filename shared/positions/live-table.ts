/**
 * The latest fix of every carrier, one slot per small number `no` (given by the fold in log order, never reused).
 * The server's hot table and the desk's map are both this: a frame decodes straight into the arrays that are drawn.
 */
export interface LiveTable {
  /** Slots in use: the highest `no` seen plus one. */
  size: number
  /** Of the frame that was written into it last; 0 = none. Differences are to what it holds at that tick. */
  tick: number
  /** Degrees. */
  lat: Float64Array
  lng: Float64Array
  /** Time of the fix, milliseconds; 0 = never had one. */
  at: Float64Array
  /** Metres (68 %). */
  accuracy: Float32Array
  /** Degrees clockwise from north; NaN = unknown. */
  heading: Float32Array
  /** Metres per second; NaN = unknown. */
  speed: Float32Array
}

export function makeLiveTable(capacity = 1024): LiveTable {
  return {
    size: 0,
    tick: 0,
    lat: new Float64Array(capacity),
    lng: new Float64Array(capacity),
    at: new Float64Array(capacity),
    accuracy: new Float32Array(capacity),
    heading: new Float32Array(capacity).fill(Number.NaN),
    speed: new Float32Array(capacity).fill(Number.NaN),
  }
}

/** Makes room for `no`, doubling the arrays in place; earlier references to the arrays are stale afterwards. */
export function reserve(table: LiveTable, no: number): void {
  if (no < table.size) return
  table.size = no + 1
  if (no < table.lat.length) return
  const capacity = 2 ** Math.ceil(Math.log2(no + 1))
  const grown = makeLiveTable(capacity)
  for (const column of ['lat', 'lng', 'at', 'accuracy', 'heading', 'speed'] as const)
    grown[column].set(table[column] as never)
  Object.assign(table, grown, { size: no + 1, tick: table.tick })
}
