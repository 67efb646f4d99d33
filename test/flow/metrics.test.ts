import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

let server: Served
const token = 'a-token-of-enough-letters'

beforeAll(async () => {
  server = await serve({ METRICS_TOKEN: token })
})
afterAll(() => server.stop())

const read = (headers: Record<string, string> = {}, of = server) =>
  fetch(`${of.address}/metrics`, { headers })
const value = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.split(' ')[1],
  )

test('METRIC-1 what a node counts is read from its own machine, and from elsewhere or through a proxy only with the token', async () => {
  const here = await read()
  expect(here.status).toBe(200)
  expect(here.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(await here.text()).toContain('process_cpu_seconds_total')
  for (const passedOn of ['X-Forwarded-For', 'Forwarded', 'Via', 'X-Real-IP']) {
    const proxied = { [passedOn]: '127.0.0.1' }
    const refused = await read(proxied)
    expect([refused.status, await refused.json()]).toEqual([401, { code: 'http.token-needed' }])
    expect((await read({ ...proxied, authorization: 'Bearer another-token-of-letters' })).status).toBe(401)
    expect((await read({ ...proxied, authorization: `Bearer ${token}` })).status).toBe(200)
  }
  const without = await serve()
  expect((await read({ 'X-Forwarded-For': '127.0.0.1', authorization: 'Bearer ' }, without)).status).toBe(401)
  await without.stop()
})

test('METRIC-2 a fix on a desk, commands, an alarm, appends, sockets and the loop’s lag are counted', async () => {
  const duty = await staff(server, [{ role: 'duty-officer', regions: ['almaty'], operations: [] }])
  const person = await carrier(server, 'assistant')
  const desk = await connect(server.address, { cookie: duty.cookie })
  const phone = await connect(server.address, { token: person.token })
  const offDuty = { at: Date.now(), lat: 43.2, lng: 76.9, accuracy: 5 }
  await phone.ask('fixes', { sentAt: Date.now(), interval: 5, fixes: [offDuty] })
  expect(await phone.give('BookOn', { who: { kind: 'assistant', id: person.id } })).toMatchObject({
    ok: true,
  })
  expect(await desk.give('BookOff', { who: { kind: 'assistant', id: 'nobody' } })).toMatchObject({
    ok: false,
  })
  await desk.ask('view', { south: 43, west: 76.6, north: 43.5, east: 77.2, zoom: 17 })
  const shown = () => value(metrics, 'serik_fix_to_dashboard_seconds_count')
  let metrics = await (await read()).text()
  for (let n = 0; shown() < 1; n++) {
    const fix = { at: Date.now(), lat: 43.2 + n * 0.0001, lng: 76.9, accuracy: 5 }
    await phone.ask('fixes', { sentAt: Date.now(), interval: 5, fixes: [fix] })
    const frames = desk.frames.length
    await desk.until('two more frames', () => desk.frames.length > frames + 1)
    metrics = await (await read()).text()
  }
  const accepted = value(metrics, 'serik_fixes_total{outcome="accepted"}')
  await phone.give('CallForHelp', { pressedAt: Date.now(), fix: null })
  metrics = await (await read()).text()
  const command = (type: string, by: string, outcome: string) =>
    value(metrics, `serik_command_seconds_count{type="${type}",by="${by}",outcome="${outcome}"}`)
  expect(accepted).toBeGreaterThan(0)
  expect(value(metrics, 'serik_fixes_total{outcome="off-duty"}')).toBe(1)
  expect(command('BookOn', 'person', 'ok')).toBe(1)
  expect(command('BookOff', 'person', 'refused')).toBe(1)
  expect(command('ImportAssistants', 'server', 'ok')).toBe(1)
  expect(value(metrics, 'serik_alarm_seconds_count{type="CallForHelp"}')).toBe(1)
  expect(value(metrics, 'serik_appends_total{outcome="written"}')).toBeGreaterThan(3)
  expect(value(metrics, 'serik_events_appended_total')).toBe(server.app.live.board.seq - 1)
  expect(value(metrics, 'serik_frames_sent_total')).toBeGreaterThan(2)
  expect(value(metrics, 'serik_frame_bytes_total')).toBeGreaterThan(50)
  expect(value(metrics, 'serik_frames_dropped_total')).toBe(0)
  expect(value(metrics, 'serik_sockets{kind="desk"}')).toBe(1)
  expect(value(metrics, 'serik_sockets{kind="device"}')).toBe(1)
  expect(value(metrics, 'serik_queue_length{queue="appends"}')).toBe(0)
  expect(value(metrics, 'serik_event_loop_lag_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0)
  for (const personal of [person.id, person.callSign, duty.account, 'almaty'])
    expect(metrics).not.toContain(personal)
  desk.close()
  phone.close()
})

test('METRIC-3 the labels are kinds and types: what is sent cannot make a new one', async () => {
  const duty = await staff(server, [{ role: 'duty-officer', regions: ['almaty'], operations: [] }])
  const desk = await connect(server.address, { cookie: duty.cookie })
  const command = { id: crypto.randomUUID(), type: 'NoSuchCommand', body: {} }
  expect(await desk.ask('command', command)).toMatchObject({ ok: false, code: 'command.invalid' })
  desk.close()
  const metrics = await (await read()).text()
  expect(metrics).not.toContain('NoSuchCommand')
  const own = metrics.split('\n').filter((line) => line.startsWith('serik_'))
  const labels = new Set(own.flatMap((line) => [...line.matchAll(/[{,](\w+)="/g)].map(([, label]) => label)))
  expect([...labels].sort()).toEqual(['by', 'kind', 'le', 'outcome', 'quantile', 'queue', 'type'])
})

test('METRIC-4 every series that the dashboard draws is one that a server gives', async () => {
  const metrics = await (await read()).text()
  const given = new Set([...metrics.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name))
  const { panels } = JSON.parse(readFileSync('deploy/grafana/dashboards/serik.json', 'utf8')) as {
    panels: { targets: { expr: string }[] }[]
  }
  const drawn = panels
    .flatMap(({ targets }) => targets)
    .flatMap(({ expr }) => expr.match(/\b(?:serik|process)_\w+/g) ?? [])
    .map((name) => name.replace(/_(bucket|count)$/, ''))
  expect(drawn.length).toBeGreaterThan(10)
  expect(drawn.filter((name) => !given.has(name))).toEqual([])
})
