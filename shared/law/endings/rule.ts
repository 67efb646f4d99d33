export const endingIds = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10'] as const
export type EndingId = (typeof endingIds)[number]

/** One trigger of the end of the status (the law's table 3.5): a file each, named after its id. Its sentence is `law:ending.<id>`. */
export interface EndingRule {
  rule: EndingId
  /** Source: [S] founding article, [I] own design. Counsel must confirm both. */
  basis: 'S' | 'I'
  /** `suspend-first`: the status stops at once, and ends by a second decision. */
  effect: 'terminate' | 'suspend-first'
  /** What that second decision asks for: the document's number, or that a police officer takes it. */
  needs?: 'document' | 'police'
  /** Nothing of the file changes afterwards, and no term of storage takes what is personal away. */
  freezes?: true
}
