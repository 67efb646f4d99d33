import { randomUUID } from 'node:crypto'
import { readConfig } from '../../server/config.ts'
import { bookAllOn } from '../../server/rehearsal/seed.ts'
import { startServer } from '../../server/start-server.ts'
import { staffViewer, type Viewer } from '../../shared/auth/viewer.ts'
import { staff } from '../kit/server.ts'
import { chance, cityPlace } from './kit.ts'

/**
 * A server in a process of its own for the bench `load`: a rehearsal of so many assistants and units, all on duty, each
 * with a place that is told every ten seconds, a fifth of them moving. Says its address and a duty officer's cookie. For
 * each message it sends one of its figures back; on `change` after a unit has gone off duty or come on.
 */
const [dataDir = '', assistants = '0', units = '0'] = process.argv.slice(2)
const server = await startServer(
  readConfig({
    ...{ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', SERIK_REHEARSAL_PEOPLE: 'off' },
    ...{ SERIK_REHEARSAL_ASSISTANTS: assistants, SERIK_REHEARSAL_UNITS: units },
  }),
)
const { pipeline, live, positions } = server.app
const { board } = live
await bookAllOn(board, pipeline)

const random = chance(3)
const everybody = (['assistant', 'unit'] as const).flatMap((kind) =>
  [...board[kind].keys()].map((id) => ({ kind, id, ...cityPlace(random) })),
)
/** In 40 parts of a quarter of a second, as they come from phones. */
const parts = 40
function report(part: number): void {
  const at = Date.now()
  for (let n = part; n < everybody.length; n += parts) {
    const one = everybody[n]
    if (!one) return
    if (n % 5 === 0) one.lat += (random() - 0.5) * 1e-4
    const { lat, lng } = one
    positions.report(one, [{ at, lat, lng, accuracy: 8 }], { offset: 0, interval: 10 })
  }
}
for (let part = 0; part < parts; part++) report(part)
let tick = 0
setInterval(() => report(tick++ % parts), 10_000 / parts)

const officer = await staff(server, [{ role: 'duty-officer', regions: ['almaty'], operations: [] }])
const viewer = staffViewer(board, officer.account) as Viewer
let changes = 0
process.on('message', async (what: 'figures' | 'change') => {
  if (what === 'change') {
    const [unit] = [...board.unit.values()].slice(changes++ % 100)
    if (!unit) throw new Error('no unit')
    const who = { kind: 'unit' as const, id: unit.id }
    const type = unit.shift?.closedAt === null ? 'BookOff' : 'BookOn'
    const answer = await pipeline.give(viewer, { id: randomUUID(), type, body: { who } })
    if (!answer.ok) throw new Error(answer.code)
  }
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 2 ** 20 })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ address: server.address, cookie: officer.cookie, carriers: everybody.length })
