import { describe, expect, test } from 'vitest'
import { maySend, rowOf, seenFor, sendTeam } from '../../../client/proposal/send-team.ts'
import { makeBoardStore } from '../../../client/store/board-store.ts'
import { makeGiver } from '../../../client/store/giver.ts'
import type { Board } from '../../../shared/board/board.ts'
import type { CommandEnvelope } from '../../../shared/board/commands.ts'
import type { ProposedTeam } from '../../../shared/pairing/proposal.ts'
import type { CommandAnswer } from '../../../shared/wire/command.ts'
import { centre, opened, people, planned, reached, sent, took, units } from '../../kit/dispatch-past.ts'
import { type GivenFact, given, noon } from '../../kit/given-when-then.ts'
import { propose } from '../../kit/propose.ts'

const ready = [opened('op'), planned('post', 'op'), ...units('u1', 'u2'), ...people('a1', 'a2', 'a3', 'a4')]
const running = [
  ...ready,
  sent('t1', { members: ['a1', 'a2'] }),
  ...reached('t1', 'accepted', { unit: 'u1' }, { assistant: 'a1' }),
  took('t1', { assistant: 'a2' }, 'offered', 'declined'),
]

function proposed(...past: GivenFact[]) {
  const { board } = given(...past)
  const operation = board.operation.get('op')
  if (!operation) throw new Error('no operation')
  const proposal = propose(board, () => ({ at: centre, fixAt: noon }), operation, noon)
  const [team] = proposal.teams
  if (!team) throw new Error('no team')
  return { board, proposal, team }
}

/** Every command as it would go out; `refuse` answers that type with no. */
function desk(refuse?: string) {
  const given: CommandEnvelope[] = []
  const giver = makeGiver(makeBoardStore(), async (envelope): Promise<CommandAnswer> => {
    given.push(envelope)
    return envelope.type === refuse ? { ok: false, code: 'command.conflict' } : { ok: true, upTo: 0 }
  })
  return { giver, given }
}

const types = (given: CommandEnvelope[]) => given.map(({ type }) => type)

describe('a row of the proposal', () => {
  test('PROP-UI-1 goes out as one order with the sequences of its own people only', async () => {
    const { board, proposal, team } = proposed(
      ...ready,
      planned('gate', 'op', { meeting: { at: { lat: 43.241, lng: 76.94 }, time: null } }),
    )
    const { giver, given } = desk()
    await sendTeam(giver, board, proposal, team)
    const { unit, members } = team
    expect(given).toMatchObject([
      { type: 'SendTask', body: { operation: 'op', place: team.place, unit: unit?.id, members: [{}, {}] } },
    ])
    const keys = [
      `place:${team.place}`,
      `unit:${unit?.id}`,
      ...members.map((one) => `assistant:${one.assistant}`),
    ]
    expect(Object.keys(given[0]?.seen ?? {}).sort()).toEqual(keys.sort())
    expect(given[0]?.seen).toEqual(seenFor(proposal, team))
    expect(Object.keys(proposal.seen).length).toBeGreaterThan(keys.length)
  })

  test('PROP-UI-2 brings the reserve along only when the operation refills by itself', async () => {
    const reserveOf = async (autoRefill: boolean) => {
      const { board, proposal, team } = proposed(...ready.with(0, opened('op', { autoRefill })))
      const { giver, given } = desk()
      await sendTeam(giver, board, proposal, team)
      return (given.at(0) as { body: { reserve?: string[] } } | undefined)?.body.reserve
    }
    expect(await reserveOf(false)).toBeUndefined()
    expect(await reserveOf(true)).toHaveLength(2)
  })

  test('PROP-UI-3 offers a running task the slots that it lacks, and changes a unit only when its own has gone', async () => {
    const lacking = proposed(...running)
    expect(lacking.team).toMatchObject({ unit: null, members: [{ slot: 1 }] })
    const first = desk()
    await sendTeam(first.giver, lacking.board, lacking.proposal, lacking.team)
    expect(first.given).toMatchObject([{ type: 'OfferSlot', body: { task: 't1', slot: 1 } }])
    const [offered] = lacking.team.members
    expect(Object.keys(first.given[0]?.seen ?? {})).toEqual([`assistant:${offered?.assistant}`])

    const led = proposed(
      ...running,
      took('t1', { assistant: 'a1' }, 'accepted', 'hold', 'D3'),
      took('t1', { unit: 'u1' }, 'accepted', 'stood-down'),
    )
    const second = desk()
    await sendTeam(second.giver, led.board, led.proposal, led.team)
    expect(types(second.given)).toEqual(['ReplaceUnit', 'OfferSlot'])
    expect(Object.keys(second.given[0]?.seen ?? {}).sort()).toEqual(['task:t1', `unit:${led.team.unit?.id}`])
  })

  test('PROP-UI-4 never changes a task that another desk sent to the place after the proposal', async () => {
    const { proposal, team } = proposed(...ready)
    const { board } = given(...ready, sent('t1', { unit: 'u2', members: ['a3'] }))
    const { giver, given: commands } = desk()
    await sendTeam(giver, board, proposal, team)
    expect(types(commands)).toEqual(['SendTask'])
  })

  test('PROP-UI-5 the first refusal ends a row and stays at it', async () => {
    const { board, proposal, team } = proposed(
      ...running,
      took('t1', { assistant: 'a1' }, 'accepted', 'hold', 'D3'),
      took('t1', { unit: 'u1' }, 'accepted', 'stood-down'),
    )
    const { giver, given } = desk('ReplaceUnit')
    expect(await sendTeam(giver, board, proposal, team)).toMatchObject({ ok: false })
    expect(types(given)).toEqual(['ReplaceUnit'])
    expect(giver.asked(rowOf('post')).refused).toMatchObject({ type: 'ReplaceUnit' })
  })

  test('PROP-UI-6 cannot be sent without a unit: its own, or that of the running task', async () => {
    const may = (board: Board, team: ProposedTeam) => maySend(board, team)
    const { board, proposal, team } = proposed(...ready)
    expect(may(board, team)).toBe(true)
    const alone = { ...team, unit: null }
    expect(may(board, alone)).toBe(false)
    const { giver, given } = desk()
    expect(await sendTeam(giver, board, proposal, alone)).toEqual({ ok: false, code: 'proposal.no-unit' })
    expect(given).toEqual([])
    const lacking = proposed(...running)
    expect(may(lacking.board, lacking.team)).toBe(true)
    expect(may(lacking.board, { ...lacking.team, members: [] })).toBe(false)
  })
})
