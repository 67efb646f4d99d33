/** Regions with a name in the catalogue; any other path can be typed. */
export const knownRegions = [
  'almaty',
  'almaty/alatau',
  'almaty/almaly',
  'almaty/auezov',
  'almaty/bostandyq',
  'almaty/medeu',
  'almaty/nauryzbai',
  'almaty/turksib',
  'almaty/zhetisu',
] as const

/** As the server reads it: parts of lower-case Latin letters, digits and hyphens. */
export const isRegionPath = (text: string): boolean =>
  text.length <= 80 && /^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(text)
