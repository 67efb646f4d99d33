import { type City, cityOf } from '../../shared/city/city.ts'
import { useSession } from '../store/use-store.ts'

let built: City | null = null

/** The rehearsal's city, in which places and streets have names; null on a live desk. */
export function useCity(): City | null {
  const seed = useSession()?.seed ?? null
  if (seed === null) return null
  if (built?.seed !== seed) built = cityOf(seed)
  return built
}
