import type { Translate } from '../../shared/i18n/keys.ts'
import { regionParts } from '../../shared/law/regions.ts'

/** The name of a region's path; the path's own words where the catalogue has none for them. */
export function regionName(t: Translate, region: string): string {
  const [city, district] = region.split('/')
  const name = (of: string) => {
    const known = regionParts.find((one) => one === of)
    return known ? t(`desk:region.${known}`) : of
  }
  if (!city) return t('desk:region.none')
  return district ? `${name(city)} · ${name(district)}` : name(city)
}
