import type { Body } from '../../../shared/board/commands.ts'
import type { LatLng, Ring } from '../../../shared/geo/lat-lng.ts'
import type { Id } from '../../../shared/kernel/ids.ts'
import { type Refusal, refuse } from '../../../shared/kernel/refusal.ts'
import type { Place } from '../../../shared/operations/types.ts'
import type { Consensus, Prior, PriorSource } from '../../../shared/search/priors/probability.ts'
import { type FoundWithin, poaByRings } from '../../../shared/search-theory/find-rings.ts'
import { addsUpToOne, mixed, normalised } from '../../../shared/search-theory/scenarios.ts'

/** Per cent by segment; null = nothing typed. */
export type Priors = ReadonlyMap<Id, number | null>

/** One way in which it may have happened, while it is being typed. */
export interface ScenarioDraft {
  id: number
  name: string
  /** Per cent. */
  weight: number | null
  source: PriorSource
  consensus: Id | null
  poa: Priors
}

/** Typed tenths do not add up exactly. */
const tolerance = 1e-6

/** What is left for the rest of the world: everything adds up to 100. */
export function restOf(priors: Priors): number {
  return Math.round((100 - sumOf(priors)) * 1e6) / 1e6
}

const sumOf = (priors: Priors): number =>
  [...priors.values()].reduce<number>((total, percent) => total + (percent ?? 0), 0)

export function priorsProblem(priors: Priors): Refusal | null {
  const rest = restOf(priors)
  if (rest >= -tolerance) return null
  return refuse('search.poa-over-one', { params: { percent: Math.round((100 - rest) * 10) / 10 } })
}

/** The same density everywhere: each segment gets the share of 100 − rest that its area has. */
export function byArea(areas: ReadonlyMap<Id, number>, rest: number): Priors {
  const whole = [...areas.values()].reduce((sum, area) => sum + area, 0)
  return new Map([...areas].map(([id, area]) => [id, ((100 - rest) * area) / whole] as const))
}

/** By the find-distance rings; what lies beyond the last ring or between the segments is outside. */
export function byRings(ipp: LatLng, rings: ReadonlyMap<Id, Ring>, within: readonly FoundWithin[]): Priors {
  return new Map([...rings].map(([id, ring]) => [id, poaByRings(ipp, ring, within) * 100] as const))
}

/** As the evaluators agreed; null where they spoke of other segments than there are now. */
export function byConsensus({ places, result }: Consensus, segments: readonly Place[]): Priors | null {
  if (!result || segments.length !== places.length) return null
  const found = segments.map(({ id }) => [id, places.indexOf(id)] as const)
  if (found.some(([, at]) => at < 0)) return null
  return new Map(found.map(([id, at]) => [id, (result.poa[at] ?? 0) * 100]))
}

/** What the form begins with: the newest prior, or what the segments have by themselves as one scenario. */
export function draftsOf(
  segments: readonly Place[],
  prior: Prior | undefined,
  names: readonly (string | undefined)[],
  /** Of the rings that are chosen now. */
  rings: Id | null,
): ScenarioDraft[] {
  if (!prior) {
    const poa = new Map(segments.map(({ id, poa }) => [id, poa === null ? null : poa * 100] as const))
    return [{ id: 0, name: '', weight: 100, source: 'hand', consensus: null, poa }]
  }
  const known =
    segments.every(({ id }) => prior.places.includes(id)) && segments.length === prior.places.length
  return prior.scenarios.map(({ weight, source, consensus, poa, rings: were }, id) => ({
    ...{ id, name: names[id] ?? '', weight: weight * 100 },
    // What was judged by other segments or other rings stands as by hand until it is taken from them anew.
    ...(known && (source !== 'rings' || were?.text === rings)
      ? { source, consensus }
      : { source: 'hand' as const, consensus: null }),
    poa: new Map(
      segments.map((place) => {
        const at = prior.places.indexOf(place.id)
        return [place.id, at < 0 ? null : (poa[at] ?? 0) * 100] as const
      }),
    ),
  }))
}

/** Weights in their proportions so that they make up 100; all the same while one is missing. */
export function normalisedWeights(drafts: readonly ScenarioDraft[]): ScenarioDraft[] {
  const weights = drafts.map(({ weight }) => weight ?? 0)
  const shares = normalised(weights.every((weight) => weight > 0) ? weights : weights.map(() => 1))
  return drafts.map((draft, i) => ({ ...draft, weight: (shares[i] ?? 0) * 100 }))
}

/** What was typed over 100 in its proportions, nothing left outside. */
export function normalisedPriors(priors: Priors): Priors {
  const shares = normalised([...priors.values()].map((percent) => percent ?? 0))
  return new Map([...priors.keys()].map((id, i) => [id, (shares[i] ?? 0) * 100]))
}

/** The first thing that is wrong, and with which scenario. */
export function draftsProblem(
  drafts: readonly ScenarioDraft[],
): { refusal: Refusal; scenario?: number } | null {
  for (const { id, poa, name } of drafts) {
    const refusal = priorsProblem(poa)
    if (refusal) return { refusal, scenario: id }
    if (drafts.length > 1 && name.trim() === '')
      return { refusal: refuse('search.scenario-unnamed'), scenario: id }
  }
  const weights = drafts.map(({ weight }) => (weight ?? 0) / 100)
  if (weights.every((weight) => weight > 0) && addsUpToOne(weights)) return null
  const percent = Math.round(weights.reduce((sum, one) => sum + one, 0) * 10_000) / 100
  return { refusal: refuse('search.weights-not-one', { params: { percent } }) }
}

export function priorsBody(
  operation: Id,
  places: readonly Id[],
  drafts: readonly ScenarioDraft[],
): Body<'SetPriors'> {
  return {
    operation,
    places: [...places],
    scenarios: drafts.map(({ name, weight, source, consensus, poa }) => {
      const shares = places.map((id) => (poa.get(id) ?? 0) / 100)
      return {
        name: drafts.length > 1 ? name.trim() : null,
        weight: (weight ?? 0) / 100,
        ...{ source, consensus, poa: shares },
        row: Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0)),
      }
    }),
  }
}

/** The weighted sum, as it will be; in the order of the places. */
export function mixOf(places: readonly Id[], drafts: readonly ScenarioDraft[]) {
  return mixed(priorsBody('', places, drafts).scenarios)
}
