import { ageingFor } from '../../shared/positions/age.ts'
import { useStore } from '../store/use-store.ts'
import { useEverySecond } from '../ui/ticker.ts'

const round = 2 * Math.PI * 5

/** The age of the last fix as on the map: full at 12 o'clock, empty after two minutes, dashed from then on. */
export function FixDial({ no }: { no: number }) {
  const { live } = useStore()
  const ref = useEverySecond<SVGCircleElement>((circle, at) => {
    const heard = live.table.at[no] ?? 0
    const left = heard === 0 ? 0 : Math.max(0, 1 - (at - heard) / ageingFor)
    circle.setAttribute('stroke-dasharray', left === 0 ? '2 2' : `${left * round} ${round}`)
  })
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" fill="none" style={{ flex: 'none' }} aria-hidden="true">
      <circle cx="7" cy="7" r="5" stroke="var(--gauge)" strokeWidth="2.4" />
      <circle
        ref={ref}
        cx="7"
        cy="7"
        r="5"
        stroke="var(--fg0)"
        strokeWidth="2.4"
        transform="rotate(-90 7 7)"
      />
    </svg>
  )
}
