import type { Board } from '../../board/board.ts'
import type { Body } from '../../board/commands.ts'
import type { Deciders } from '../../board/decision.ts'
import { type Secret, seal } from '../../kernel/decider.ts'
import { type Id, key } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import { addsUpToOne, sumTolerance } from '../../search-theory/scenarios.ts'
import { openSearch } from '../open-search.ts'
import type { Scenario } from './probability.ts'

type Given = Body<'SetPriors'>['scenarios'][number]

/** The probabilities of the segments before anybody searched, by one scenario or several with weights. */
export const priorDeciders: Deciders<'SetPriors'> = {
  SetPriors: {
    involves: ({ operation, places, scenarios }) => [
      key('operation', operation),
      ...places.map((place) => key('place', place)),
      ...scenarios.flatMap(({ consensus }) => (consensus ? [key('consensus', consensus)] : [])),
    ],
    decide(board, { operation: id, places, scenarios: given }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const segments = [...board.place.values()]
        .filter((place) => place.operation === id && place.kind === 'segment')
        .map((place) => place.id)
      const whole = new Set(places)
      if (
        whole.size !== places.length ||
        whole.size !== segments.length ||
        segments.some((one) => !whole.has(one))
      )
        return refuse('search.priors-segments')
      for (const [i, one] of given.entries()) {
        const problem = scenarioProblem(board, id, places, one, operation.search?.rings ?? null)
        if (problem) return { ...problem, params: { ...problem.params, scenario: i + 1 } }
      }
      if (given.some(({ weight }) => !(weight > 0)) || !addsUpToOne(given.map(({ weight }) => weight)))
        return refuse('search.weights-not-one', {
          params: { percent: percentOf(given.map(({ weight }) => weight)) },
        })
      if (given.length > 1 && given.some(({ name }) => name === null))
        return refuse('search.scenario-unnamed')
      const prior = ctx.newId()
      const secrets: Secret[] = []
      const scenarios = given.map(({ name, ...rest }): Scenario => {
        const named = name === null ? null : seal(ctx, name)
        if (named) secrets.push(named.secret)
        return {
          ...rest,
          name: named?.sealed ?? null,
          rings: rest.source === 'rings' ? (operation.search?.rings ?? null) : null,
        }
      })
      return {
        facts: [
          {
            type: 'PriorsSet',
            keys: [key('prior', prior), key('operation', id), ...places.map((place) => key('place', place))],
            data: { prior, operation: id, places, scenarios },
          },
        ],
        secrets,
        result: { prior },
      }
    },
  },
}

function scenarioProblem(
  board: Board,
  operation: Id,
  places: readonly Id[],
  { poa, row, source, consensus }: Given,
  rings: unknown,
): Refusal | null {
  const all = [...poa, row]
  if (poa.length !== places.length) return refuse('search.priors-segments')
  if (all.some((one) => !Number.isFinite(one))) return refuse('search.poa-not-number')
  if (all.some((one) => one < 0)) return refuse('search.poa-negative')
  if (all.some((one) => one > 1)) return refuse('search.poa-above-one')
  if (!addsUpToOne(all)) return refuse('search.poa-not-one', { params: { percent: percentOf(all) } })
  if (source === 'rings' && !rings) return refuse('search.rings-not-chosen')
  if (source !== 'consensus') return consensus === null ? null : refuse('search.consensus-not-used')
  // What is called a consensus must be one: its numbers are not touched up on the way.
  const found = consensus === null ? undefined : board.consensus.get(consensus)
  if (found?.operation !== operation || !found.result) return refuse('search.consensus-open')
  const of = new Map(found.places.map((place, i) => [place, found.result?.poa[i] ?? 0]))
  if (places.some((place) => !of.has(place))) return refuse('search.consensus-other-segments')
  return places.some((place, i) => Math.abs((of.get(place) ?? 0) - (poa[i] ?? 0)) > sumTolerance)
    ? refuse('search.consensus-changed')
    : null
}

const percentOf = (values: readonly number[]): number =>
  Math.round(values.reduce((sum, value) => sum + value, 0) * 10_000) / 100
