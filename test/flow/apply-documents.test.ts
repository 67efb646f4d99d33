import { randomUUID } from 'node:crypto'
import { connect as connectSocket } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../server/auth/limits.ts'
import { derivedId } from '../../server/pipeline/identifiers.ts'
import { applyTo, files, picture } from '../kit/public-page.ts'
import { type Served, serve } from '../kit/server.ts'

let server: Served
/** Synthetic numbers whose check digits hold. */
const person = { iin: '850101300005', birthDate: '1985-01-01' }
const other = { iin: '900228400014', birthDate: '1990-02-28' }

beforeAll(async () => {
  server = await serve()
})
afterAll(() => server.stop())

const kept = async (sending: string, n = 0) =>
  (await server.app.stores.vault.get(derivedId(sending, 1000 + n)))?.file ?? null
const file = (bytes: Uint8Array, kind = 'id-copy') => ({
  ...{ kind, name: 'x', base64: Buffer.from(bytes).toString('base64') },
})

/** A grey PNG of so many pixels that is only its head: a few bytes that would unfold to gigabytes. */
async function bomb(side: number) {
  const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#778' } })
    .png()
    .toBuffer()
  const head = Buffer.from(png.subarray(12, 29))
  head.writeUInt32BE(side, 4)
  head.writeUInt32BE(side, 8)
  const crc = Buffer.alloc(4)
  crc.writeUInt32BE(crc32(head))
  return Buffer.concat([png.subarray(0, 12), head, crc, png.subarray(33)])
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

test('APPLY-201 a picture is kept without where and with what it was taken, and without what stands behind it', async () => {
  const before = await sharp(picture).metadata()
  expect(before.exif?.toString('latin1')).toContain('Serik-4711')
  const id = randomUUID()
  expect((await applyTo(server.address, person, { id })).status).toBe(200)
  const bytes = Buffer.from((await kept(id)) ?? '', 'base64')
  const after = await sharp(bytes).metadata()
  expect([after.format, after.width, after.exif]).toEqual(['jpeg', 320, undefined])
  for (const trace of ['Serik-4711', 'Exif', 'GPS', '<script>'])
    expect(bytes.includes(trace), trace).toBe(false)
  expect([...bytes.subarray(-2)]).toEqual([0xff, 0xd9])
})

test('APPLY-202 a picture held upside down is kept upright, and a large one smaller', async () => {
  const turned = await sharp({ create: { width: 4000, height: 1000, channels: 3, background: '#778' } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const id = randomUUID()
  const answer = await applyTo(server.address, other, { id, files: [file(turned)] })
  expect(answer.status).toBe(200)
  const bytes = Buffer.from((await kept(id)) ?? '', 'base64')
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 650, height: 2600 })
})

describe('what is refused leaves nothing behind', () => {
  const pdf = Buffer.from('%PDF-1.7\n%a made-up insurance\n')
  const nobody = { iin: '040229500124', birthDate: '2004-02-29' }
  const rows: [string, object, () => Promise<object> | object, object][] = [
    [
      'a page called a picture',
      {},
      () => ({ files: [file(Buffer.from('<html>'))] }),
      { code: 'application.file-type', rule: 'E4' },
    ],
    [
      'a picture that breaks off',
      {},
      () => ({ files: [file(picture.subarray(0, 300))] }),
      { code: 'application.file-unreadable', rule: 'E4' },
    ],
    [
      'a bomb of 900 megapixels',
      {},
      async () => ({ files: [file(await bomb(30_000))] }),
      { code: 'application.file-size', rule: 'E4' },
    ],
    [
      'a good file and a PDF above the limit',
      {},
      () => ({ files: [...files, file(Buffer.concat([pdf, Buffer.alloc(3_000_000)]), 'insurance')] }),
      { code: 'application.file-size', rule: 'E4' },
    ],
    [
      'a PDF, which would keep what it says of its maker',
      {},
      () => ({ files: [...files, file(pdf, 'insurance')] }),
      { code: 'application.file-type', rule: 'E4' },
    ],
    [
      'no copy',
      {},
      () => ({ files: [file(picture, 'insurance')] }),
      { code: 'application.receipt-E4', rule: 'E4' },
    ],
    [
      'a copy that has run out',
      { idUntil: '2020-01-01' },
      () => ({}),
      { code: 'application.receipt-E4', rule: 'E4' },
    ],
    [
      'a day that there is not',
      { birthDate: '2004-02-30' },
      () => ({}),
      { code: 'application.not-a-day', rule: 'E2' },
    ],
    [
      'a document until a day that there is not',
      { idUntil: '2031-13-01' },
      () => ({}),
      { code: 'application.not-a-day', rule: 'E4' },
    ],
    [
      'somebody to be born',
      { birthDate: '2090-01-01' },
      () => ({}),
      { code: 'application.receipt-E2', rule: 'E2' },
    ],
    [
      'somebody born in 1804',
      { birthDate: '1804-02-29' },
      () => ({}),
      { code: 'application.receipt-E2', rule: 'E2' },
    ],
    ['under age', { birthDate: '2020-01-01' }, () => ({}), { code: 'application.receipt-E2', rule: 'E2' }],
    [
      'a wrong check digit',
      { iin: '971028302728' },
      () => ({}),
      { code: 'application.receipt-E3', rule: 'E3' },
    ],
    [
      'an IIN of thirteen digits',
      { iin: '7910283027280' },
      () => ({}),
      { code: 'application.receipt-E3', rule: 'E3' },
    ],
    [
      'an IIN with a letter',
      { iin: '79102830272A' },
      () => ({}),
      { code: 'application.receipt-E3', rule: 'E3' },
    ],
    ['twelve zeros', { iin: '000000000000' }, () => ({}), { code: 'application.receipt-E3', rule: 'E3' }],
    ['an IIN that has a file', person, () => ({}), { code: 'application.known', rule: 'E3' }],
    ['no citizen', { citizen: false }, () => ({}), { code: 'application.receipt-E1', rule: 'E1' }],
    ['no consent', { consent: false }, () => ({}), { code: 'application.receipt-E10', rule: 'E10' }],
  ]
  test.each(rows)('APPLY-203 %s', async (_, change, more, refusal) => {
    await limits.apply.delete('127.0.0.1')
    const id = randomUUID()
    const { seq } = server.app.live.board
    const answer = await applyTo(server.address, { ...nobody, ...change }, { id, ...(await more()) })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await answer.json()).toMatchObject(refusal)
    expect([await kept(id), await kept(id, 1), server.app.live.board.seq]).toEqual([null, null, seq])
  })
})

test('APPLY-204 a file of 20 MB is refused with a sentence before it is read', async () => {
  await limits.apply.delete('127.0.0.1')
  const { hostname, port } = new URL(server.address)
  const answer = await new Promise<string>((done, fail) => {
    const socket = connectSocket({ host: hostname, port: Number(port) })
    let told = ''
    socket.setEncoding('utf8').on('error', fail)
    socket.on('data', (text) => {
      told += text
      if (told.includes('}')) done(told)
    })
    const head = ['POST /api/apply HTTP/1.1', `Host: ${hostname}:${port}`, 'Content-Type: application/json']
    // The first bytes only: the answer must not wait for the rest.
    socket.write(`${[...head, 'Content-Length: 27962028'].join('\r\n')}\r\n\r\n{"id":"`)
  })
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  expect(answer).toContain('{"code":"http.too-large"}')
})
