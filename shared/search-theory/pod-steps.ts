/** From which POD on each of the map's five steps begins; below the first a cell stays bare. */
export const podSteps = [0.08, 0.2, 0.4, 0.6, 0.8] as const

/** The step 1…5 of a POD, 0 for none. */
export const podStep = (pod: number): number => podSteps.filter((from) => pod >= from).length
