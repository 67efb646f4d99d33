import { WebSocket } from 'ws'
import { count, noCounts } from '../../rehearsal/counts.ts'
import { ask, endWithParent } from '../../rehearsal/parent.ts'
import { makeTold } from '../../rehearsal/told.ts'
import type { FixesAnswer } from '../../shared/wire/fixes.ts'
import { wireVersion } from '../../shared/wire/version.ts'
import { makeCrowd } from './chain-crowd.ts'

/**
 * Phones of the bench `chain`: socket.io's messages written by hand onto websockets, so that the load costs less than
 * what bears it. Each fix is a message of its own, and each is answered.
 */
const [address = '', from = ''] = process.argv.slice(2)
interface Phone {
  no: number
  socket: WebSocket
  /** Messages without an answer yet; who has two says nothing more until then. */
  waiting: number
  saidAt: number
}
const { phones: wanted, follow } = await ask<{ phones: { no: number; token: string }[]; follow: number }>({})
const counts = noCounts()
const told = makeTold(follow)
const crowd = makeCrowd(
  wanted.map(({ no }) => no),
  wanted[0]?.no ?? 0,
)
const phones: Phone[] = []
const atOnce = 20
for (let n = 0; n < wanted.length; n += atOnce)
  phones.push(...(await Promise.all(wanted.slice(n, n + atOnce).map(connect))))

function connect({ no, token }: { no: number; token: string }): Promise<Phone> {
  const url = `${address.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const socket = new WebSocket(url, {
    perMessageDeflate: false,
    localAddress: from,
    skipUTF8Validation: true,
  })
  const phone: Phone = { no, socket, waiting: 0, saidAt: 0 }
  const hello = JSON.stringify(['hello', { version: wireVersion, cursor: 0, epoch: '' }])
  return new Promise((done, fail) => {
    socket.on('error', fail)
    socket.on('message', (bytes: Buffer, binary: boolean) => {
      if (binary) return
      const text = bytes.toString('latin1')
      if (text === '2') socket.send('3')
      else if (text.startsWith('0{')) socket.send(`40/field,${JSON.stringify({ token })}`)
      else if (text.startsWith('40/field')) socket.send(`42/field,0${hello}`)
      else if (text.startsWith('43/field,0[')) done(phone)
      else if (text.startsWith('43/field,1[')) answered(phone, text)
      else if (text.startsWith('44/')) fail(new Error(text))
    })
  })
}

const taken = '43/field,1[{"ok":true,"accepted":1,'
function answered(phone: Phone, text: string): void {
  phone.waiting--
  if (text.startsWith(taken)) {
    counts.accepted++
    return
  }
  const [answer] = JSON.parse(text.slice(text.indexOf('['))) as [FixesAnswer]
  count(counts.dropped, answer.ok ? answer.dropped : { [answer.code]: 1 })
}

let next = 0
function report(): boolean {
  for (let tried = 0; tried < phones.length; tried++) {
    next = (next + 1) % phones.length
    const phone = phones[next] as Phone
    const now = Date.now()
    // Sooner nobody walks a pixel.
    if (phone.waiting >= 2 || now - phone.saidAt < 20) continue
    phone.saidAt = now
    crowd.walk(phone.no, now)
    const lat = crowd.table.lat[phone.no] as number
    const lng = crowd.table.lng[phone.no] as number
    phone.waiting++
    counts.fixes++
    phone.socket.send(
      `42/field,1["fixes",{"sentAt":${now},"interval":5,"fixes":[{"at":${now},"lat":${lat},"lng":${lng},"accuracy":5,"heading":90,"speed":1.4}]}]`,
    )
    told.note(phone.no, now, lat, lng)
    return true
  }
  return false
}

let rate = 0
let began = 0
let due = 0
const sending = setInterval(() => {
  const now = performance.now()
  const wantedByNow = Math.floor(((now - began) * rate) / 1000)
  // What the server did not let through is not made up for.
  for (let n = Math.min(wantedByNow - due, rate / 20); n > 0 && report(); n--);
  due = wantedByNow
}, 10)
const telling = setInterval(() => process.send?.({ told: told.lately() }), 50)

process.on('message', (message: { rate?: number; report?: true }) => {
  if (message.rate !== undefined) {
    rate = message.rate
    began = performance.now()
    due = 0
  }
  if (message.report) process.send?.({ report: { counts, all: told.all() } })
})
endWithParent(() => {
  clearInterval(sending)
  clearInterval(telling)
})
process.send?.({ up: phones.length })
