import type { City } from '../../shared/city/city.ts'
import { coordinatesText, findPoints, nameOfPoint, parseCoordinates } from '../../shared/city/find-point.ts'
import type { Language } from '../../shared/i18n/format.ts'

/** What people would call the point that was typed; coordinates by what lies near them. */
export function nameOfTyped(city: City | null, text: string, language: Language): string | null {
  const at = parseCoordinates(text)
  if (at) return nameOfPoint(city, at, language) ?? coordinatesText(at)
  return findPoints(city, text, language, 1)[0]?.name ?? null
}
