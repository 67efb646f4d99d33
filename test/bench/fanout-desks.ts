import { io } from 'socket.io-client'
import { WebSocket } from 'ws'
import { makeLiveTable } from '../../shared/positions/live-table.ts'
import { decodeFrame } from '../../shared/wire/decode-frame.ts'

/** A process of dashboards for the bench `fanout`: connects, counts, and says at the end where it shows everybody. */
const [url = '', way = '', count = '0'] = process.argv.slice(2)
const desks = await Promise.all(Array.from({ length: Number(count) }, connect))
process.send?.('ready')
process.on('message', () => {
  const places = desks.map(({ table }) => ({
    lat: [...table.lat.slice(0, table.size)],
    lng: [...table.lng.slice(0, table.size)],
  }))
  process.send?.({ events: desks.map(({ events }) => events), places }, () => process.exit(0))
})

function connect(): Promise<{ events: number; table: ReturnType<typeof makeLiveTable> }> {
  const desk = { events: 0, table: makeLiveTable() }
  const take = (bytes: ArrayBuffer) => {
    desk.events++
    decodeFrame(new Uint8Array(bytes), desk.table)
  }
  return new Promise((done) => {
    if (way === 'ws') {
      const socket = new WebSocket(url.replace('http', 'ws'))
      socket.binaryType = 'arraybuffer'
      socket.on('message', (bytes) => take(bytes as ArrayBuffer))
      socket.on('open', () => done(desk))
      return
    }
    const socket = io(url, { transports: ['websocket'], forceNew: true })
    socket.on('frame', take)
    socket.on('fix', () => {
      desk.events++
    })
    socket.on('connect', () => done(desk))
  })
}
