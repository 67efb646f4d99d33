import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { region } from '../../../shared/kernel/schema.ts'
import { cities, dwellings, knownRegions, oblasts, regionParts } from '../../../shared/law/regions.ts'

test('REG-210 the country is 17 oblasts and 3 cities, each with a name of its own in three languages', () => {
  expect([oblasts.length, cities.length]).toEqual([17, 3])
  expect(new Set(regionParts).size).toBe(regionParts.length)
  for (const language of ['kk', 'ru', 'en']) {
    const words = JSON.parse(readFileSync(`shared/i18n/desk.${language}.json`, 'utf8'))
    const names = regionParts.map((part) => words[`region.${part}`])
    expect(names, language).not.toContain(undefined)
    expect(new Set(names).size, language).toBe(names.length)
  }
})

test('REG-211 who applies chooses the oblast or city, in Almaty the district; every choice is a path the server reads', () => {
  expect(dwellings).toHaveLength(17 + 2 + 8)
  expect(dwellings).not.toContain('almaty')
  expect(knownRegions).toContain('almaty')
  for (const path of knownRegions) expect(region.safeParse(path).success, path).toBe(true)
})
