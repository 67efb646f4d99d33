import type { Language } from '../../../shared/i18n/format.ts'
import { number } from '../../../shared/i18n/format.ts'
import { type Refusal, refuse } from '../../../shared/kernel/refusal.ts'
import type { FindDistances } from '../../../shared/search/priors/probability.ts'

/** A row while it is being typed. */
export interface RowDraft {
  /** Its place in the table; null for a new one. */
  replaces: number | null
  category: string
  terrain: string
  source: string
  kazakhstan: boolean
  /** "25 50 75 95" */
  shares: string
  /** "0.64 1.77 3.22 9.82", kilometres */
  distances: string
}

export const newRow: RowDraft = {
  ...{ replaces: null, category: '', terrain: '', source: '', kazakhstan: false },
  ...{ shares: '25 50 75 95', distances: '' },
}

export const rowDraftOf = (row: FindDistances, replaces: number, language: Language): RowDraft => ({
  ...{ replaces, category: row.category, terrain: row.terrain, source: row.source },
  kazakhstan: row.kazakhstan === true,
  shares: row.within.map(({ share }) => number(share * 100, language)).join(' '),
  distances: row.within.map(({ metres }) => number(metres / 1000, language, 3)).join(' '),
})

/** The row, or why the two lists of numbers do not make one. Its own rules are checked after that. */
export function rowOf(draft: RowDraft): FindDistances | Refusal {
  const shares = numbersIn(draft.shares)
  const kilometres = numbersIn(draft.distances)
  const bad = [...shares, ...kilometres].find(({ value }) => value === null)
  if (bad) return refuse('search.distances-number', { params: { cell: bad.text.slice(0, 20) } })
  if (shares.length !== kilometres.length) return refuse('search.distances-uneven')
  return {
    category: draft.category.trim(),
    terrain: draft.terrain.trim(),
    source: draft.source.trim(),
    ...(draft.kazakhstan && { kazakhstan: true as const }),
    within: shares.map(({ value }, i) => ({
      share: Math.round((value ?? 0) * 1000) / 100_000,
      metres: Math.round((kilometres[i]?.value ?? 0) * 1e6) / 1000,
    })),
  }
}

/** Parted by spaces, slashes or semicolons; a comma is a decimal one. */
function numbersIn(text: string) {
  return text
    .split(/[\s/;]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const plain = part.replace(',', '.').replace('%', '')
      return { text: part, value: /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null }
    })
}
