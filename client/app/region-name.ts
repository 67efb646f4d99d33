import type { Translate } from '../../shared/i18n/keys.ts'

/** The parts of a region's path that the catalogue has a name for. */
const named = [
  'almaty',
  'alatau',
  'almaly',
  'auezov',
  'bostandyq',
  'zhetisu',
  'medeu',
  'nauryzbai',
  'turksib',
] as const

/** The name of a region's path; the path's own words where the catalogue has none for them. */
export function regionName(t: Translate, region: string): string {
  const [city, district] = region.split('/')
  const name = (of: string) => {
    const known = named.find((one) => one === of)
    return known ? t(`desk:region.${known}`) : of
  }
  if (!city) return t('desk:region.none')
  return district ? `${name(city)} · ${name(district)}` : name(city)
}
