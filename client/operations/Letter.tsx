import type { PlaceKind } from '../../shared/operations/types.ts'
import { classes } from '../ui/class-names.ts'
import styles from './operations.module.css'

/** A place's mark as on the map: a square for a point, a dashed foot for an area. */
export function Letter({ kind, letter, amber }: { kind: PlaceKind; letter: string; amber?: boolean }) {
  const square = kind === 'post' || kind === 'guard-point'
  return (
    <span className={classes(styles.letter, square && styles.square, amber && styles.amberEdge, 'num')}>
      {letter}
    </span>
  )
}
