import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './Icons.tsx'
import { useNarrow } from './screen-size.ts'
import styles from './Table.module.css'

const virtualFrom = 60

export interface Column<T> {
  id: string
  head: ReactNode
  cell(row: T): ReactNode
  /** CSS width. With widths given the columns keep still while the rows scroll and change. */
  width?: string
  align?: 'right'
  wideOnly?: boolean
  sortable?: boolean
}

export interface Sort {
  column: string
  descending: boolean
}

export interface TableProps<T> {
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  keyOf(row: T): string
  selected?: string | null
  /** The first cell becomes a button over its whole row. */
  onChoose?(row: T): void
  sort?: Sort
  onSort?(sort: Sort): void
  empty?: ReactNode
  grow?: boolean
  /** Pixels of a row of two lines; else it is a row of the screen. */
  rowHeight?: number
}

/** A table whose head stays; above 60 rows only those in sight are in the page. Arrow keys move between rows. */
export function Table<T>(props: TableProps<T>) {
  const { label, columns, rows, keyOf, selected, onChoose, sort, onSort, empty, grow, rowHeight } = props
  const scroller = useRef<HTMLDivElement>(null)
  const narrow = useNarrow()
  const size = rowHeight ?? (narrow ? 24 : 28)
  const across = columns.filter(({ wideOnly }) => !(narrow && wideOnly)).length
  const virtual = rows.length > virtualFrom
  const sight = useVirtualizer({
    count: virtual ? rows.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: 16,
  })
  const shown = virtual ? sight.getVirtualItems().map(({ index }) => index) : rows.map((_, index) => index)
  const before = virtual ? (shown[0] ?? 0) * size : 0
  const after = virtual ? (rows.length - 1 - (shown.at(-1) ?? -1)) * size : 0
  const fixed = columns.some(({ width }) => width !== undefined)

  function move(event: KeyboardEvent): void {
    const row = (event.target as Element).closest<HTMLElement>('tbody tr')
    const from = Number(row?.dataset.index ?? -1)
    const to = { ArrowDown: from + 1, ArrowUp: from - 1 }[event.key]
    if (to === undefined || from < 0 || to < 0 || to >= rows.length) return
    event.preventDefault()
    if (virtual) sight.scrollToIndex(to)
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`tr[data-index="${to}"] :is(button, a)`)?.focus(),
    )
  }

  return (
    <div ref={scroller} className={classes(styles.scroller, grow && styles.grow)}>
      <table
        onKeyDown={move}
        className={classes(styles.table, fixed && styles.fixed, onChoose && styles.choosable)}
        aria-label={label}
        aria-rowcount={rows.length + 1}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} columns={across} />}
          {shown.map((index) => {
            const row = rows[index] as T
            const key = keyOf(row)
            return (
              <tr
                key={key}
                data-index={index}
                aria-rowindex={index + 2}
                aria-current={key === selected || undefined}
              >
                {columns.map(({ id, cell, align, wideOnly }, place) => (
                  <td
                    key={id}
                    className={classes(align && styles.right, wideOnly && 'only-l', !fixed && styles.auto)}
                  >
                    {onChoose && place === 0 ? (
                      <button type="button" className={styles.choose} onClick={() => onChoose(row)}>
                        {cell(row)}
                      </button>
                    ) : (
                      cell(row)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && <Gap height={after} columns={across} />}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  )
}

function HeadCell<T>({
  column,
  sort,
  onSort,
}: { column: Column<T> } & Pick<TableProps<T>, 'sort' | 'onSort'>) {
  const { id, head, align, width, wideOnly, sortable } = column
  const sorted = sort?.column === id ? sort : undefined
  // A head without words would be read out as one.
  if (head === '') return <td className={classes(styles.headless, wideOnly && 'only-l')} style={{ width }} />
  return (
    <th
      scope="col"
      className={classes(align && styles.right, wideOnly && 'only-l')}
      style={{ width }}
      aria-sort={sorted && (sorted.descending ? 'descending' : 'ascending')}
    >
      {sortable && onSort ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort({ column: id, descending: sorted ? !sorted.descending : false })}
        >
          {head}
          {sorted && <Icon name={sorted.descending ? 'arrow-down' : 'arrow-up'} size={10} />}
        </button>
      ) : (
        head
      )}
    </th>
  )
}

/** Stands for the rows out of sight. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a gap takes no focus
    <tr aria-hidden="true">
      <td className={styles.gap} colSpan={columns} style={{ height }} />
    </tr>
  )
}
