import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { submission } from './application.ts'

const { person: _, documents: __, ...applicant } = submission

export { applicant }

/** A made-up card with the place where it was taken in it, and a page behind the picture. */
export const picture = Buffer.concat([
  await sharp({ create: { width: 320, height: 200, channels: 3, background: '#778' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Serik-4711' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 14/1 0/1', GPSLongitude: '76/1 54/1 0/1' },
    })
    .toBuffer(),
  Buffer.from('<script>trailing</script>'),
])
export const base64 = picture.toString('base64')
export const files = [{ kind: 'id-copy', name: 'IMG 4711.jpg', base64 }]

/** What the public page sends. */
export const post = (address: string, path: string, body: unknown) =>
  fetch(`${address}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

export const applyTo = (address: string, change: object = {}, body: object = {}) =>
  post(address, 'apply', { id: randomUUID(), applicant: { ...applicant, ...change }, files, ...body })
