import { randomUUID } from 'node:crypto'
import type { Socket } from 'socket.io-client'
import { emptyBoard } from '../shared/board/board.ts'
import type { Body, CommandType } from '../shared/board/commands.ts'
import { distance } from '../shared/geo/distance.ts'
import type { LatLng, Ring } from '../shared/geo/lat-lng.ts'
import type { LiveTable } from '../shared/positions/live-table.ts'
import { HOUR, onDuty } from '../shared/shifts/types.ts'
import { applyEnvelope, put } from '../shared/wire/apply-envelope.ts'
import type { CommandAnswer } from '../shared/wire/command.ts'
import type { EventsEnvelope } from '../shared/wire/events.ts'
import type { Welcome } from '../shared/wire/hello.ts'
import { unpackBoard } from '../shared/wire/whole-board.ts'
import { type Counts, count } from './counts.ts'
import { offset } from './walker.ts'

const teamSize = 3
/** Metres from the middle of a perimeter to its sides. */
const reach = 900

/** An officer of the rehearsal who sends teams out: a patrol around a free unit, with the assistants nearest to it. */
export function makeDispatcher(
  people: string[],
  table: LiveTable,
  { counts, alarms }: { counts: Counts; alarms: Set<string> },
) {
  const board = emptyBoard()
  const may = new Set(people)
  let busy = false
  /** What comes until the board of the welcome is unpacked. */
  let early: EventsEnvelope[] | null = []

  function placeOf({ no }: { no: number }): LatLng | null {
    return (table.at[no] ?? 0) > 0 ? { lat: table.lat[no] as number, lng: table.lng[no] as number } : null
  }

  /** Who waits for something to do, and where. */
  function free(kind: 'assistant' | 'unit', now: number) {
    return [...may]
      .flatMap((id) => board[kind].get(id) ?? [])
      .filter(({ task, shift }) => task === null && onDuty(shift, now))
      .flatMap((who) => {
        const at = placeOf(who)
        return at ? [{ ...who, at }] : []
      })
  }

  async function send(socket: Socket): Promise<void> {
    const now = Date.now()
    const [unit] = free('unit', now)
    if (!unit) return
    const team = free('assistant', now)
      .filter(({ region }) => region === unit.region)
      .sort((a, b) => distance(a.at, unit.at) - distance(b.at, unit.at))
      .slice(0, teamSize)
    if (team.length < teamSize) return
    const give = async <Type extends CommandType>(type: Type, body: Body<Type>): Promise<unknown> => {
      const command = { id: randomUUID(), type, body }
      const answer: CommandAnswer = await socket.timeout(10_000).emitWithAck('command', command)
      if (answer.ok) counts.commands++
      else count(counts.refused, { [answer.code]: 1 })
      return answer.ok ? answer.result : null
    }
    const opened = await give('OpenOperation', {
      ...{
        kind: 'patrol',
        title: `Патруль ${unit.callSign}`,
        region: unit.region,
        perimeter: around(unit.at),
      },
      window: { from: now, to: now + 4 * HOUR },
      places: [
        {
          ...{ kind: 'beat', letter: 'A', name: unit.callSign, meeting: { at: unit.at, time: null } },
          ...{ ring: null, slots: team.map(() => ({})), minimum: 0, poa: null },
        },
      ],
    })
    const { operation } = (opened ?? {}) as { operation?: string }
    const place = [...board.place.values()].find((one) => one.operation === operation)
    if (!operation || !place) return
    const members = team.map(({ id: assistant }, slot) => ({ assistant, slot }))
    await give('SendTask', { operation, place: place.id, unit: unit.id, members })
  }

  return {
    async welcome({ fresh, whole, events }: Welcome): Promise<void> {
      if (fresh) board.seq = 0
      for (const snapshot of whole ? await unpackBoard(new Uint8Array(whole)) : []) put(board, snapshot)
      for (const envelope of [events, ...(early ?? [])]) applyEnvelope(board, envelope)
      early = null
    },
    hear(envelope: EventsEnvelope): void {
      if (early) early.push(envelope)
      else applyEnvelope(board, envelope)
      for (const event of envelope.events)
        if (event.type === 'AlarmRaised')
          for (const key of event.keys) if (key.startsWith('alarm:')) alarms.add(key)
    },
    /** Now and then: sends the next team, when there is one. */
    async live(socket: Socket): Promise<void> {
      if (busy || !socket.connected) return
      busy = true
      try {
        await send(socket)
      } catch {
        counts.unanswered++
      }
      busy = false
    },
  }
}

const around = (at: LatLng): Ring =>
  [
    [-reach, -reach],
    [-reach, reach],
    [reach, reach],
    [reach, -reach],
  ].map(([north, east]) => offset(at, north as number, east as number))
