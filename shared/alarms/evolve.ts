import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { AlarmEvent } from './events.ts'

export function evolveAlarms(board: Board, event: AlarmEvent): void {
  switch (event.type) {
    case 'AlarmRaised': {
      const { alarm: id, ...raised } = event.data
      board.alarm.set(id, {
        id,
        ...raised,
        raisedAt: event.at,
        count: 1,
        repeatedAt: event.at,
        owner: null,
        officerWith: null,
        climbed: [],
        shelvedUntil: null,
        resolved: null,
      })
      return
    }
    case 'AlarmRepeated': {
      const { alarm, fix, params } = event.data
      change(board.alarm, alarm, (old) => ({
        count: old.count + 1,
        repeatedAt: event.at,
        fix: fix ?? old.fix,
        params,
        // A report of force that is overdue climbs again, whoever had it: the supervisor hears of it.
        ...(old.kind === 'force-used' && params.late ? { owner: null } : {}),
      }))
      return
    }
    case 'AlarmOwned':
      change(board.alarm, event.data.alarm, {
        owner: { account: event.data.account, at: event.at },
        shelvedUntil: null,
      })
      return
    case 'OfficerWithPerson':
      change(board.alarm, event.data.alarm, { officerWith: { account: event.data.account, at: event.at } })
      return
    case 'AlarmClimbed':
      change(board.alarm, event.data.alarm, ({ climbed }) => ({
        climbed: [...climbed, { level: event.data.level, at: event.at }],
      }))
      return
    case 'AlarmShelved':
      change(board.alarm, event.data.alarm, { shelvedUntil: event.data.until })
      return
    case 'AlarmResolved': {
      const { alarm, account, reason } = event.data
      change(board.alarm, alarm, { resolved: { account, at: event.at, reason } })
    }
  }
}
