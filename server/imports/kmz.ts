import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { isRefusal, type Refusal, refuse } from '../../shared/kernel/refusal.ts'

export const kmzLimits = {
  entries: 50,
  /** Bytes that really came out: what the archive says of itself counts for nothing. */
  bytes: 20 * 1024 * 1024,
  /** Text shrinks to a tenth, a bomb to a thousandth. */
  ratio: 100,
}
/** Below this no ratio is a danger. */
const harmless = 256 * 1024
const slice = 4 * 1024

/**
 * The text of a KMZ's first KML; nothing else in it is unpacked, and nothing is ever written. Refuses with `kmz.bomb`,
 * `kmz.bad-name`, `kmz.nested`, `kmz.no-kml`, `kmz.too-many` and `areas.unreadable`.
 */
export function textOfKmz(bytes: Uint8Array): string | Refusal {
  const parts: Uint8Array[] = []
  let entries = 0
  let taken = 0
  let out = 0
  let chosen: UnzipFile | null = null
  let whole = false
  const unzip = new Unzip((file) => {
    entries++
    if (entries > kmzLimits.entries) throw refuse('kmz.too-many', { params: { limit: kmzLimits.entries } })
    if (leadsOut(file.name)) throw refuse('kmz.bad-name')
    if (/\.(zip|kmz)$/i.test(file.name)) throw refuse('kmz.nested')
    if (chosen || !/\.kml$/i.test(file.name)) return
    chosen = file
    file.ondata = (error, data, final) => {
      if (error) throw error
      out += data.length
      if (out > kmzLimits.bytes || (out > harmless && out > taken * kmzLimits.ratio)) throw refuse('kmz.bomb')
      parts.push(data)
      whole ||= final
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    while (taken < bytes.length) {
      const next = bytes.subarray(taken, taken + slice)
      taken += next.length
      unzip.push(next, taken === bytes.length)
    }
  } catch (error) {
    return isRefusal(error) ? error : refuse('areas.unreadable')
  }
  if (!chosen) return refuse('kmz.no-kml')
  if (!whole) return refuse('areas.unreadable')
  const text = Buffer.concat(parts)
  if (text.subarray(0, 2).toString('latin1') === 'PK') return refuse('kmz.nested')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text)
  } catch {
    return refuse('areas.unreadable')
  }
}

/** Names that mean another place on somebody's disk have no business in a map, though we write none of them. */
const leadsOut = (name: string): boolean =>
  /^[/\\]|^[a-z]:|\\|\0/i.test(name) || name.split('/').includes('..') || name.length > 255
