import type { Random } from '../shared/city/random.ts'
import type { LatLng } from '../shared/geo/lat-lng.ts'
import { near, type Walker } from './walker.ts'

/** Seconds between fixes. */
export const intervals = { unit: 4, assistant: 8 }

/** Nothing to do: a unit patrols, an assistant stays about where he lives. To be called again and again. */
export function makeStroll(
  walker: Walker,
  home: LatLng,
  kind: 'assistant' | 'unit',
  random: Random,
): (now: number) => void {
  let rest = 0
  return (now) => {
    if (!walker.arrived() || now < rest) return
    rest = now + (kind === 'unit' ? 20_000 : 120_000) * random()
    if (kind === 'unit') walker.goTo(near(home, 1500, random))
    else if (random() < 0.3) walker.goTo(near(home, 250, random))
  }
}
