/** What a card may say of who is missed, in this order; each is ticked by whoever releases it. */
export const cardFields = ['name', 'age', 'looks', 'clothing', 'carries', 'seen', 'approach'] as const
export type CardField = (typeof cardFields)[number]

/** Only what is released stands in it. */
export type Card = Partial<Record<CardField, string>>

export const cardText = (card: Card): string => JSON.stringify(card)

/** Of a text of another shape nothing is shown: a card must never say more than was ticked. */
export function readCard(text: string): Card {
  const card: Card = {}
  try {
    const fields = Object(JSON.parse(text)) as Record<string, unknown>
    for (const field of cardFields) {
      const words = fields[field]
      if (typeof words === 'string' && words !== '') card[field] = words
    }
  } catch {
    return {}
  }
  return card
}
