import type { LatLng, Ring } from '../geo/lat-lng.ts'

/** What a search hands to another tool: everything as it stood at one instant, with who took it out and why. */
export interface SearchExport {
  title: string
  at: number
  by: string
  reason: string
  segments: ExportedSegment[]
  /** Ways to walk: one per searcher and pass, from border to border. */
  lanes: { letter: string; name: string; path: LatLng[] }[]
  tracks: { name: string; lines: (LatLng & { at: number })[][] }[]
  /** Clues and the planning points, with an instant where there is one. */
  marks: { name: string; words: string; at: LatLng; placedAt: number | null }[]
  /** Roads and streams. */
  lines: { name: string; kind: string; path: LatLng[] }[]
  hazards: { name: string; words: string; shape: 'point' | 'line' | 'area'; path: LatLng[] }[]
}

export interface ExportedSegment {
  letter: string
  name: string
  ring: Ring
  /** Assistants that it is planned for. */
  people: number
  /** Of all recorded sweeps; 0 when there is none. */
  pod: number
  /** Why nobody may be sent there. */
  locked: string | null
  underWay: boolean
}

export const utc = (at: number): string => new Date(at).toISOString()
export const said = ({ at, by, reason }: SearchExport): string => `${utc(at)} ${by}: ${reason}`
export const closed = (ring: Ring): Ring => [...ring, ...ring.slice(0, 1)]
/** A centimetre. */
export const degrees = (value: number): string => value.toFixed(7)

/** Nothing that was typed is markup; characters that XML cannot hold are left out. */
export function escaped(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export const element = (tag: string, words: string): string =>
  words ? `<${tag}>${escaped(words)}</${tag}>` : ''
