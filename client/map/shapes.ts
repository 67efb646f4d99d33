import type { LatLng, Ring } from '../../shared/geo/lat-lng.ts'
import type { Cells } from '../../shared/search-theory/cells.ts'

/** What the map shows besides people: plain data that the caller replaces as a whole when it changes. */
export type Shape =
  | Perimeter
  | Area
  | Beat
  | Post
  | Mark<'ipp'>
  | Mark<'lkp'>
  | Clue
  | Circle
  | Ghost
  | Sos
  | Pin<'incident'>
  | Pin<'meeting'>
  | Pin<'found'>
  | Track
  | SweptCells
  | Surface
  | Line
  | Hazard
  | LaneShape

export interface Named {
  id: string
  /** Words beside or on it, already in the viewer's language. */
  label?: string
  selected?: boolean
}

/** The area an operation may act in. */
export interface Perimeter extends Named {
  kind: 'perimeter'
  ring: Ring
  /** Shades the ground outside instead of lightening the inside (the phone). */
  shadeOutside?: boolean
}

/** A beat's area or a segment: outline, letter plate and, in a search, POA and POD. */
export interface Area extends Named {
  kind: 'area'
  ring: Ring
  letter: string
  /** Probability of area in words ("19 %"). */
  poa?: string
  /** Probability of detection so far, 0 to 1; draws the bar. */
  pod?: number
  /** Nobody may be sent there: hatched. */
  locked?: boolean
}

/** A beat that is a way to walk. */
export interface Beat extends Named {
  kind: 'beat'
  path: LatLng[]
  letter?: string
}

/** A place for a number of people: one pip per needed person. */
export interface Post extends Named {
  kind: 'post'
  at: LatLng
  /** At most three characters. */
  number: string
  need: number
  have: number
  coming?: number
}

/** Where the subject was last known (LKP) or where the search is planned from (IPP). */
export interface Mark<K extends 'ipp' | 'lkp' = 'ipp' | 'lkp'> extends Named {
  kind: K
  at: LatLng
}

export interface Clue extends Named {
  kind: 'clue'
  at: LatLng
  letter?: string
}

/** A dotted ring of so many metres (the share found within). */
export interface Circle extends Named {
  kind: 'circle'
  at: LatLng
  metres: number
}

/** What an order would do, before it is one: the unit's plate at the place, its people, the way there, the minutes. */
export interface Ghost extends Named {
  kind: 'ghost'
  at: LatLng
  number: string
  members: number
  route?: LatLng[]
}

/** A call for help that has its own fix and no slot in the live table (somebody off duty). */
export interface Sos extends Named {
  kind: 'sos'
  at: LatLng
  tag: string
}

export interface Pin<K extends 'incident' | 'meeting' | 'found' = 'incident' | 'meeting' | 'found'>
  extends Named {
  kind: K
  at: LatLng
}

export interface Track extends Named {
  kind: 'track'
  path: LatLng[]
}

/** The way of one searcher through a segment, from border to border in the direction of walking. */
export interface LaneShape extends Named {
  kind: 'lane'
  parts: readonly (readonly LatLng[])[]
  /** `own`: the one that is walked now. */
  of: 'own' | 'own-later' | 'neighbour'
}

/** A road or stream to cut segments along. */
export interface Line extends Named {
  kind: 'line'
  of: 'road' | 'stream' | 'other'
  path: LatLng[]
}

/** What a team must beware of. */
export interface Hazard extends Named {
  kind: 'hazard'
  shape: 'point' | 'line' | 'area'
  path: LatLng[]
}

export interface Band {
  /** Outer edge. */
  metres: number
  /** 0 to 1. */
  strength: number
}

/** The probability that the rings give the ground: annulus by annulus, the innermost disc first. */
export interface Surface extends Named {
  kind: 'surface'
  at: LatLng
  bands: readonly Band[]
}

/** POD of a segment cell by cell, in five steps, and what a finished sweep has missed. */
export interface SweptCells extends Named {
  kind: 'cells'
  ring: Ring
  /** Replaced as a whole when it changes: its picture is kept. */
  cells: Cells
  holes: { cells: readonly number[]; label: string }[]
  /** POD in steps with the holes, by default; or where bands lie, in one tone; or the holes alone. */
  paint?: 'pod' | 'swept' | 'holes'
}
