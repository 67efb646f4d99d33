/** The numbers of the registration. Counsel confirms every one that is not [C] before live work. */
export const lawParameters = {
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
} as const
