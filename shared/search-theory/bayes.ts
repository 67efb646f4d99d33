/**
 * The probability map as it stands: what is left of each segment's prior after searches without a find, not normalised
 * (so that it can be searched again and summed), and the rest of the world, which nobody searches. At the start the
 * masses and `outside` add up to 1.
 */
export interface Residual {
  /** One mass per segment. */
  masses: number[]
  /** ROW: the probability that the subject is in none of the segments. */
  outside: number
}

/** After a search that found nothing; `pods` stand for the segments in order, 0 where nobody searched. */
export function afterSearch({ masses, outside }: Residual, pods: number[]): Residual {
  return { masses: masses.map((mass, i) => mass * (1 - (pods[i] ?? 0))), outside }
}

/** What is left in all: the probability that nothing would be found so far. 0 only if every mass was found for certain. */
export function remaining({ masses, outside }: Residual): number {
  return masses.reduce((sum, mass) => sum + mass, outside)
}

/** The shifted probabilities of area (POA), for display only: they add up to 1 again. */
export function shifted(residual: Residual): Residual {
  const all = remaining(residual)
  return { masses: residual.masses.map((mass) => mass / all), outside: residual.outside / all }
}

/** POS: the probability that a search with these PODs, made from here, finds the subject. */
export function probabilityOfSuccess(residual: Residual, pods: number[]): number {
  return shifted(residual).masses.reduce((sum, poa, i) => sum + poa * (pods[i] ?? 0), 0)
}

/** OPOS: the probability that everything searched so far would have found the subject. */
export function overallSuccess(residual: Residual): number {
  return 1 - remaining(residual)
}

/** By what was searched the rest of the world has become likelier than any segment: widen the search or suspend it. */
export function looksElsewhere(residual: Residual): boolean {
  // Probabilities add up to one but for the last digits.
  return overallSuccess(residual) > 1e-9 && residual.outside > Math.max(0, ...residual.masses)
}

/** The POD of several searches of one segment together. */
export function cumulativePod(pods: number[]): number {
  return 1 - pods.reduce((missed, pod) => missed * (1 - pod), 1)
}
