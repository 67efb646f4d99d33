import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig, StartRefused } from '../../server/config.ts'

test.each([
  ['PORT', '70000'],
  ['REDIS_URL', 'http://localhost'],
  ['PUBLIC_URL', 'desk.example'],
  ['PUBLIC_URL', 'localhost:8080'],
  ['PUBLIC_URL', 'file:///desk'],
  ['MAP_TILES_URL', 'https:///'],
  ['MAP_PMTILES', './no-such.pmtiles'],
  ['SERIK_REHEARSAL', 'yes'],
  ['SERIK_REHEARSAL_PEOPLE', 'few'],
  ['SERIK_REHEARSAL_SPEED', 'fast'],
  ['SERIK_REHEARSAL_SPEED', '11'],
  ['SERIK_REHEARSAL_ASSISTANTS', '0'],
  ['SERIK_REHEARSAL_UNITS', 'few'],
  ['SERIK_REHEARSAL_SEED', '1.5'],
  ['SERIK_VAULT_KEY', 'c2hvcnQ='],
  ['MAP_TILES_URL', 'https://tiles.example/{z}/{x}/{y}.png'],
  ['METRICS_TOKEN', 'short'],
  ['METRICS_TOKEN', 'sixteen letters and a space'],
  ['TRUST_PROXY', '-1'],
  ['LOG_LEVEL', 'loud'],
])('CONF-1 a wrong %s (%s) is named in a sentence', (name, value) => {
  const read = () => readConfig({ [name]: value })
  expect(read).toThrow(StartRefused)
  expect(read).toThrow(name)
  if (name === 'SERIK_VAULT_KEY' || name === 'METRICS_TOKEN') expect(read).not.toThrow(value)
})

test('CONF-2 nothing has to be set, and an empty variable is as good as none', () => {
  const config = readConfig({ PORT: '', DATA_DIR: '' })
  expect(config).toMatchObject({ PORT: 8080, HOST: '127.0.0.1', SERIK_REHEARSAL: 'on', TRUST_PROXY: 0 })
  expect(config.dataDir).toMatch(/data$/)
})

test('CONF-3 the map file may be named from where the server starts', () => {
  expect(readConfig({ MAP_PMTILES: 'package.json' }).MAP_PMTILES).toBe(resolve('package.json'))
})
