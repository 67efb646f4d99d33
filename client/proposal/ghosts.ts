import type { Board } from '../../shared/board/board.ts'
import type { City } from '../../shared/city/city.ts'
import { route } from '../../shared/city/route.ts'
import { type Language, travelTime } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Proposal } from '../../shared/pairing/proposal.ts'
import type { Shape } from '../map/shapes.ts'

/** Each row as a ghost at its place, with its unit's way along the streets and the minutes of the last to come. */
export function ghostShapes(
  board: Board,
  { from }: Proposal,
  teams: Proposal['teams'],
  city: City | null,
  chosen: Id | null,
  language: Language,
): Shape[] {
  return teams.flatMap((team, index): Shape[] => {
    const place = board.place.get(team.place)
    if (!place || (!team.unit && team.members.length === 0)) return []
    const { at } = place.meeting
    const start = from[team.unit?.id ?? team.members[0]?.assistant ?? '']
    const way = start && (city ? route(city, start, at)?.path : undefined)
    const seconds = Math.max(team.unit?.arrive ?? 0, ...team.members.map(({ arrive }) => arrive))
    return [
      {
        kind: 'ghost',
        id: `ghost-${team.place}`,
        at,
        number: String(index + 1),
        members: team.members.length,
        label: travelTime(seconds * 1000, language),
        selected: team.place === chosen,
        ...(start && { route: way ?? [start, at] }),
      },
    ]
  })
}
