import { useDesk } from './desk-state.ts'

/** Whether somebody or something is selected that the event's and the search's own panels do not show. */
export function useOtherThing(): boolean {
  return useDesk(({ selected, panel }) => {
    const kind = panel === null ? selected?.kind : undefined
    return kind !== undefined && kind !== 'operation' && kind !== 'place'
  })
}
