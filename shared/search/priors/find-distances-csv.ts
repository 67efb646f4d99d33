import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import { rowProblem, sameRow } from './find-distances.ts'
import type { FindDistances } from './probability.ts'

export interface DistancesInFile {
  rows: FindDistances[]
  /** By the line of the file, from 1. */
  leftOut: { line: number; refusal: Refusal }[]
}

/** The columns may be headed in any of the three languages. */
const heads = [
  ['category', 'категория', 'санат'],
  ['terrain', 'местность', 'жер'],
  ['source', 'источник', 'дереккөз'],
  ['kazakhstan', 'казахстан', 'қазақстан'],
]
const yes = /^(1|yes|true|да|иә)$/i

/**
 * `category, terrain, 25, 50, 75, 95, source` – the numbers in the head are per cent, below them kilometres; a column
 * `kazakhstan` may say yes. Separated by commas, semicolons or tabs, with a decimal comma where the separator allows it.
 * A row that is wrong is left out and named; the others stand.
 */
export function readDistances(text: string): DistancesInFile | Refusal {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const [head = ''] = lines
  const separator = ['\t', ';', ','].find((one) => head.includes(one)) ?? ','
  const names = cellsOf(head, separator).map((name) => name.trim().toLowerCase())
  const [category, terrain, source, kazakhstan] = heads.map((words) =>
    names.findIndex((name) => words.includes(name)),
  ) as [number, number, number, number]
  const shares = names.flatMap((name, column) => {
    const percent = numberOf(name.replace('%', ''))
    return percent === null ? [] : [{ column, share: Math.round(percent * 1000) / 100_000 }]
  })
  if (category < 0 || terrain < 0 || source < 0 || shares.length < 2) return refuse('search.distances-head')
  const found: DistancesInFile = { rows: [], leftOut: [] }
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue
    const cells = cellsOf(line, separator)
    const row = rowOf(cells)
    const refusal =
      (isRefusal(row) && row) ||
      (!isRefusal(row) &&
        (rowProblem(row) ??
          (found.rows.some((other) => sameRow(other, row))
            ? refuse('search.distances-twice-in-file')
            : null)))
    if (refusal) found.leftOut.push({ line: index + 1, refusal })
    else found.rows.push(row as FindDistances)
  }
  return found

  function rowOf(cells: readonly string[]): FindDistances | Refusal {
    const within: FindDistances['within'] = []
    for (const { column, share } of shares) {
      const cell = (cells[column] ?? '').trim()
      if (cell === '') continue
      const km = numberOf(cell)
      if (km === null) return refuse('search.distances-number', { params: { cell: cell.slice(0, 20) } })
      within.push({ share, metres: Math.round(km * 1e6) / 1000 })
    }
    return {
      category: (cells[category] ?? '').trim().slice(0, 80),
      terrain: (cells[terrain] ?? '').trim().slice(0, 80),
      source: (cells[source] ?? '').trim().slice(0, 200),
      ...(yes.test((cells[kazakhstan] ?? '').trim()) && { kazakhstan: true as const }),
      within,
    }
  }
}

function numberOf(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** Quoted cells may hold the separator and doubled quotes. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const char = line[i] as string
    if (quoted && char === '"' && line[i + 1] === '"') cell += line[++i] as string
    else if (char === '"') quoted = !quoted
    else if (char === separator && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += char
  }
  return [...cells, cell]
}
