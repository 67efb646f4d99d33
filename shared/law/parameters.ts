export interface LawParameters {
  adultYears: number
  policeDays: number
  akimatWorkingDays: number
  dayOffReceiptMoves: boolean
  oldestYears: number
  convictionYears: number | null
  penaltyYears: number | null
  cardMonths: number | null
  trainingMonths: number | null
  regionParts: number
}

/** The numbers of the registration. Counsel confirms every one that is not [C] before live work. */
export const lawParameters: LawParameters = {
  /** E2, in years [S/C]. */
  adultYears: 18,
  /** T1: the police check a file, in calendar days from its receipt [C]. */
  policeDays: 30,
  /** T2: the akimat registers, in working days from its receipt [C]. */
  akimatWorkingDays: 7,
  /**
   * What arrives on a day off: false, the next working day is day 1; true, it counts as received on that day, so that
   * the deadline is a working day later. The ministry has to confirm which [I].
   */
  dayOffReceiptMoves: false,
  /** E2: a birth date longer ago is a slip of the pen, in years [I]. */
  oldestYears: 120,
  /** E7: how many years a conviction counts; null, until it is expunged [S, the window is unknown]. */
  convictionYears: null,
  /** E8: how many years an administrative penalty counts [S for the end of the status, I for the entry]. */
  penaltyYears: 1,
  /** D2: how many months an ID card is valid that names no last day; null, without end [I, the term is unknown]. */
  cardMonths: null,
  /** D2: how many months the training counts; null, without end [I, the term is unknown]. */
  trainingMonths: null,
  /** D9: how many parts of a region's path must agree: 1 = the oblast or the city of republican significance [I]. */
  regionParts: 1,
}
