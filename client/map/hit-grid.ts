/** Symbols on the screen sorted by square cell, to find the one under the pointer among very many. */
export interface HitGrid {
  cell: number
  columns: number
  rows: number
  /** Where each cell's entries begin in `order`; one longer than there are cells. */
  starts: Uint32Array
  order: Uint32Array
  x: Float32Array
  y: Float32Array
}

/** `x` and `y` hold `count` points in pixels; points outside the picture fall into its edge cells. */
export function makeHitGrid(
  x: Float32Array,
  y: Float32Array,
  count: number,
  width: number,
  height: number,
  cell = 32,
): HitGrid {
  const columns = Math.max(1, Math.ceil(width / cell))
  const rows = Math.max(1, Math.ceil(height / cell))
  const grid: HitGrid = {
    cell,
    columns,
    rows,
    starts: new Uint32Array(columns * rows + 1),
    order: new Uint32Array(count),
    x,
    y,
  }
  const cells = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const at = cellOf(grid, x[i] as number, y[i] as number)
    cells[i] = at
    grid.starts[at + 1] = (grid.starts[at + 1] as number) + 1
  }
  for (let i = 0; i < columns * rows; i++)
    grid.starts[i + 1] = (grid.starts[i + 1] as number) + (grid.starts[i] as number)
  const next = grid.starts.slice()
  for (let i = 0; i < count; i++) {
    const at = cells[i] as number
    grid.order[next[at] as number] = i
    next[at] = (next[at] as number) + 1
  }
  return grid
}

function cellOf(grid: HitGrid, x: number, y: number): number {
  const column = Math.max(0, Math.min(grid.columns - 1, Math.floor(x / grid.cell)))
  const row = Math.max(0, Math.min(grid.rows - 1, Math.floor(y / grid.cell)))
  return row * grid.columns + column
}

/** Index of the nearest point within `reach` pixels, or -1. Of equally near ones the later drawn (higher index) wins. */
export function nearest(grid: HitGrid, x: number, y: number, reach: number): number {
  let best = -1
  let bestSquare = reach * reach
  const first = cellOf(grid, x - reach, y - reach)
  const last = cellOf(grid, x + reach, y + reach)
  const left = first % grid.columns
  const right = last % grid.columns
  for (let row = Math.floor(first / grid.columns); row <= Math.floor(last / grid.columns); row++)
    for (
      let at = grid.starts[row * grid.columns + left] as number;
      at < (grid.starts[row * grid.columns + right + 1] as number);
      at++
    ) {
      const i = grid.order[at] as number
      const square = ((grid.x[i] as number) - x) ** 2 + ((grid.y[i] as number) - y) ** 2
      if (square < bestSquare || (square === bestSquare && i > best)) {
        best = i
        bestSquare = square
      }
    }
  return best
}
