import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { classes } from './class-names.ts'
import styles from './ScrollList.module.css'
import { useNarrow } from './screen-size.ts'

/** Above this many rows only those in sight are in the page. */
const virtualFrom = 60
const heights = { 1: { wide: 28, narrow: 24 }, 2: { wide: 48, narrow: 40 } } as const

export interface ScrollListProps<T> {
  items: readonly T[]
  keyOf(item: T): string
  /** A `Row`. Its height must be that of `lines` when there are more than 60 items. */
  children(item: T, index: number): ReactNode
  label: string
  lines?: 1 | 2
  /** Instead of rows when there are none. */
  empty?: ReactNode
  /** The row to keep in sight. */
  selected?: string | null
  /** Takes the height that is left; otherwise as high as its rows. */
  grow?: boolean
}

/** A list that scrolls inside its pane. Arrow keys, Home and End move between rows. */
export function ScrollList<T>({
  items,
  keyOf,
  children,
  label,
  lines = 1,
  empty,
  selected,
  grow,
}: ScrollListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null)
  const narrow = useNarrow()
  const virtual = items.length > virtualFrom
  const size = heights[lines][narrow ? 'narrow' : 'wide']
  const rows = useVirtualizer({
    count: virtual ? items.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    getItemKey: (index) => keyOf(items[index] as T),
    overscan: 12,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes change with the screen's width
  useLayoutEffect(() => rows.measure(), [size])

  const chosen = selected == null ? -1 : items.findIndex((item) => keyOf(item) === selected)
  useLayoutEffect(() => {
    if (chosen < 0) return
    if (virtual) rows.scrollToIndex(chosen)
    else scroller.current?.querySelector(`[data-index="${chosen}"] > *`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, virtual, rows])

  function move(event: KeyboardEvent): void {
    const row = (event.target as Element).closest<HTMLElement>('[data-index]')
    const from = row ? Number(row.dataset.index) : -1
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: items.length - 1 }[event.key]
    if (to === undefined || from < 0 || to < 0 || to >= items.length) return
    event.preventDefault()
    if (virtual) rows.scrollToIndex(to)
    const focus = () =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${to}"] :is(button, a, input)`)?.focus()
    if (virtual) requestAnimationFrame(() => requestAnimationFrame(focus))
    else focus()
  }

  if (items.length === 0) return <div className={classes(grow && styles.grow)}>{empty}</div>
  return (
    <div ref={scroller} className={classes(styles.list, grow && styles.grow)}>
      <ul
        className={styles.rows}
        aria-label={label}
        onKeyDown={move}
        style={virtual ? { height: rows.getTotalSize() } : undefined}
      >
        {virtual
          ? rows.getVirtualItems().map(({ index, key, start }) => (
              <li
                key={key}
                className={styles.placed}
                data-index={index}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                style={{ height: size, transform: `translateY(${start}px)` }}
              >
                {children(items[index] as T, index)}
              </li>
            ))
          : items.map((item, index) => (
              <li key={keyOf(item)} data-index={index}>
                {children(item, index)}
              </li>
            ))}
      </ul>
    </div>
  )
}
