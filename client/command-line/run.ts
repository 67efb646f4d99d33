import type { Refusal } from '../../shared/kernel/refusal.ts'
import { openDialog, openPanel, openRail, select, useDesk } from '../app/desk-state.ts'
import { setLanguage } from '../app/i18n.ts'
import { setTheme } from '../app/theme.ts'
import { deskLock } from '../app/use-lock.ts'
import { showOnMap } from '../forces/where.ts'
import { rowOf, sendTeam } from '../proposal/send-team.ts'
import type { Store } from '../store/open-store.ts'
import type { Asking } from '../store/use-store.ts'
import type { Act } from './context.ts'

export interface Desk {
  store: Store
  asking: Pick<Asking, 'give'>
  go(path: string): void
  /** Where it can be seen: the page with the map, or with the lists beside it. */
  goWhere(part: 'map' | 'lists'): void
}

/** Does what a line said. A refusal comes back: the line then stays as it was typed. */
export async function run(
  act: Act,
  { store, asking, go, goWhere }: Desk,
): Promise<Pick<Refusal, 'code' | 'params' | 'rule' | 'holder'> | null> {
  switch (act.kind) {
    case 'give': {
      const answer = await asking.give(act.type, act.body, act.seen ? { seen: act.seen } : {})
      if (!answer.ok) return answer
      if (act.shows) select(act.shows)
      return null
    }
    case 'send': {
      const { proposal, team } = act
      const answer = await sendTeam(store.giver, store.board.board, proposal, team)
      // Said here, and not again at a row of the proposal that nobody has opened.
      if (!answer.ok) store.giver.dismiss(rowOf(team.place))
      if (!answer.ok) return answer
      select({ kind: 'place', id: team.place }, proposal.operation)
      return null
    }
    case 'show':
      goWhere('map')
      openPanel(null)
      select(act.thing, act.operation)
      showOnMap(store, act.thing)
      return null
    case 'point':
      goWhere('map')
      useDesk.getState().map?.camera.goTo(act.at)
      return null
    case 'dialog':
      openDialog(act.dialog)
      return null
    case 'panel':
      if (act.path) go(act.path)
      else goWhere('map')
      openPanel(act.panel)
      return null
    case 'rail':
      goWhere('lists')
      openRail(act.rail)
      return null
    case 'go':
      go(act.path)
      return null
    case 'language':
      await setLanguage(act.language)
      return null
    case 'theme':
      setTheme(act.theme)
      return null
    case 'lock':
      deskLock.lock()
      return null
  }
}
