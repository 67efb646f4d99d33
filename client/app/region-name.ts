import i18next from 'i18next'
import type { Translate } from '../../shared/i18n/keys.ts'

/** The name of a region's path; the path itself where the catalogue has no name for it. */
export function regionName(t: Translate, region: string): string {
  const [city, district] = region.split('/')
  const name = (of: string) => (i18next.exists(`desk:region.${of}`) ? i18next.t(`desk:region.${of}`) : of)
  if (!city) return t('desk:region.none')
  return district ? `${name(city)} · ${name(district)}` : name(city)
}
