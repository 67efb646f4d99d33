import { useEffect } from 'react'
import { create } from 'zustand'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { LiveMap } from '../map/live-map.ts'
import type { Shape } from '../map/shapes.ts'

/**
 * What the desk is looking at, for every pane at once. It holds ids and choices of this screen only: what they mean is
 * read from the board (`useEntity`), and nothing here is ever sent.
 *
 * How a part plugs in:
 * - a page (`client/app/*Page.tsx`) gives `DeskFrame` its left, right and board; the frame has the top bar, the map, the
 *   command line, the alarms and the dialogs;
 * - `select` a thing and all panes follow; `SelectedPanel` picks the panel of its kind;
 * - things to draw on the map: `useShapes('search', shapes)`, words already in the viewer's language, the array's
 *   identity kept while nothing changed; the ids are the entities' own, so that a click selects them;
 * - drawing and picking: `useDesk((desk) => desk.map)` is the live map (null until it is ready); give it to `drawPolygon`,
 *   `editPolygon`, `pickPoint` of client/map/draw.ts, which take the keys and clicks while they last;
 * - a dialog: add its name and what it is about to `DeskDialog`, open it with `openDialog`, show it in `DeskDialogs`;
 * - a panel in place of the selected one (a form, the proposal): `openPanel`, shown by `OperationForms`.
 */
export interface Thing {
  kind: 'unit' | 'assistant' | 'task' | 'operation' | 'place' | 'alarm' | 'incident'
  id: Id
}

/** Who moves on the map. */
export type Carrier = { kind: 'unit' | 'assistant'; id: Id }

/** One at a time, over everything. */
export type DeskDialog =
  | { name: 'message'; operation: Id; task: Id | null }
  | { name: 'note' }
  | { name: 'resolve-alarm'; alarm: Id }
  | { name: 'shelve-alarm'; alarm: Id }
  | { name: 'all-alarms' }
  | { name: 'sounds' }
  | { name: 'by-radio'; task: Id; assistant?: Id }
  | { name: 'reassign'; task: Id; assistant?: Id }
  | { name: 'stand-down'; task: Id; assistant?: Id }
  | { name: 'recall'; task: Id }
  | { name: 'replace-unit'; task: Id }
  | { name: 'extend-shift'; kind: 'unit' | 'assistant'; id: Id }
  | { name: 'hand-over' }
  | { name: 'law' }
  | { name: 'system' }

/** What the left rail shows in full instead of its overview. */
export type RailPart = 'forces' | 'journal'
/** What stands in the right panel instead of the selected thing, until it is closed: forms leave the map in use. */
export type DeskPanel =
  | { name: 'proposal'; operation: Id; places?: Id[] }
  | { name: 'new-operation'; incident?: Id }
  | { name: 'change-operation'; operation: Id }
  | { name: 'end-operation'; operation: Id }
  | { name: 'timeline'; operation: Id }
  | { name: 'new-place'; operation: Id; at?: LatLng }
  | { name: 'change-place'; place: Id }
  | { name: 'new-incident' }
  /** Whom the map's lasso took. */
  | { name: 'group'; carriers: readonly Carrier[] }

interface DeskState {
  /** Whose tasks and places the rail and the map show. */
  operation: Id | null
  selected: Thing | null
  rail: RailPart | null
  panel: DeskPanel | null
  dialog: DeskDialog | null
  /** Text of the open command line; null = closed. */
  command: string | null
  map: LiveMap | null
  /** By who drew them. */
  shapes: Readonly<Record<string, readonly Shape[]>>
}

export const useDesk = create<DeskState>(() => ({
  operation: null,
  selected: null,
  rail: null,
  panel: null,
  dialog: null,
  command: null,
  map: null,
  shapes: {},
}))

const set = useDesk.setState

/** The selection of all panes; with its operation where it has one. Null selects nothing. */
export function select(thing: Thing | null, operation?: Id | null): void {
  const chosen = thing?.kind === 'operation' ? thing.id : operation
  set({ selected: thing, ...(chosen ? { operation: chosen } : {}) })
}

export const isSelected = (kind: Thing['kind'], id: Id) => (desk: DeskState) =>
  desk.selected?.kind === kind && desk.selected.id === id

export const openDialog = (dialog: DeskDialog): void => set({ dialog })
export const closeDialog = (): void => set({ dialog: null })
export const openPanel = (panel: DeskPanel | null): void => set({ panel })
export const openRail = (rail: RailPart | null): void => set({ rail })
export const openCommand = (command: string | null): void => set({ command })

/** Puts shapes on the desk's map while the component is mounted. Memoize the array. */
export function useShapes(owner: string, shapes: readonly Shape[]): void {
  useEffect(() => {
    set((desk) => ({ shapes: { ...desk.shapes, [owner]: shapes } }))
  }, [owner, shapes])
  useEffect(
    () => () =>
      set((desk) => {
        const { [owner]: _, ...rest } = desk.shapes
        return { shapes: rest }
      }),
    [owner],
  )
}

/** The same from outside of React, for what changes with the frames; the owner has put its shapes there before. */
export function showShapes(owner: string, shapes: readonly Shape[]): void {
  set((desk) => (owner in desk.shapes ? { shapes: { ...desk.shapes, [owner]: shapes } } : desk))
}

/** Another viewer signs in: nothing of what the last one looked at stays. */
export function clearDesk(): void {
  set({ operation: null, selected: null, rail: null, panel: null, dialog: null, command: null })
}
