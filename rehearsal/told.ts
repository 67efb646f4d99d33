import { type LiveTable, makeLiveTable, reserve } from '../shared/positions/live-table.ts'

/** Where the senders say that their carriers are: what a desk has to show. */
export interface Told {
  /** Newest place of each by `no`; `at` is when it was given to the wire. */
  table: LiveTable
  note(no: number, at: number, lat: number, lng: number): void
  /** The places of every `every`th `no` since the last call, four numbers each: no, at, lat, lng. */
  lately(): Float64Array
  /** The newest of all, in the same form. */
  all(): Float64Array
}

/** `every` 0: none is followed. */
export function makeTold(every: number): Told {
  const table = makeLiveTable()
  let fresh: number[] = []
  return {
    table,
    note(no, at, lat, lng) {
      reserve(table, no)
      table.at[no] = at
      table.lat[no] = lat
      table.lng[no] = lng
      if (every > 0 && no % every === 0) fresh.push(no, at, lat, lng)
    },
    lately() {
      const rows = Float64Array.from(fresh)
      fresh = []
      return rows
    },
    all() {
      const rows: number[] = []
      for (let no = 0; no < table.size; no++)
        if ((table.at[no] as number) > 0)
          rows.push(no, table.at[no] as number, table.lat[no] as number, table.lng[no] as number)
      return Float64Array.from(rows)
    },
  }
}
