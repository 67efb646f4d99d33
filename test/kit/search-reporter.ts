import { RuleReporter } from './rule-reporter.ts'

/** Worked numbers that anybody can check by hand (V), and what holds whatever the numbers are (P). */
const says = {
  V01: 'coverage to POD: random, inverse cube, definite range',
  V02: 'POD to coverage: random, inverse cube',
  V03: 'sweep width from the average range of detection, by visibility and over all tests',
  V04: 'coverage = sweep width × way ÷ area',
  V05: 'way, coverage and POD of six searchers in three hours',
  V06: 'coverage of parallel tracks by their spacing',
  V07: 'sweep width as the area under a lateral range curve',
  V08: 'sweep width from a test at eleven distances',
  V09: 'crossover: missed inside the sweep width = detected outside',
  V10: 'endless parallel inverse-cube tracks detect as the error function says',
  V11: 'one segment searched in vain shifts the others up',
  V12: 'two periods, each on what the one before has left, and the overall success',
  V13: 'neither of the two ways to count twice',
  V14: 'best split over two equal segments',
  V15: 'best split in the corner: everything to one segment',
  V16: 'best split with unequal rates',
  V17: 'four segments: best split, by area, in equal parts',
  V18: 'published cases of the best split',
  V19: 'two whole teams over three segments, every assignment',
  V20: 'consensus by Mattson',
  V21: 'consensus by O’Connor’s letters',
  V22: 'proportional consensus',
  V23: 'band of one way; share swept and coverage of two tracks 30 m apart',
  V24: 'one cell crossed straight, twice and along the diagonal',
  V25: 'POD of a segment = mean of its cells, not POD of their mean',
  V26: 'a bent way through three cells',
  V27: 'hazards of passes add up',
  V28: 'a receiver that lies still walks nowhere',
  V29: 'density and probability by find-distance rings, a distance between two',
  V30: 'a segment that lies over two rings',
  V31: 'way, hours, POD and largest area of a line of searchers',
  V32: 'geodesy: distances and degrees',
  P1: 'random ≤ inverse cube ≤ min(1, C)',
  P2: 'stage-wise = one-shot',
  P3: 'optimal ≥ any split over thousands of random cases',
  P4: 'mass conserved',
  P5: 'translation and unit invariance',
}

/** `npm run test:search`: every vector and property of the search theory with its cases. */
export default class extends RuleReporter {
  rules() {
    return Object.entries(says).map(([id, says]) => ({ id, says }))
  }
}
