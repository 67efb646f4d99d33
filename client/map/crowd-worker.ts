import type { CrowdPicture, CrowdRequest } from './crowd.ts'
import type { Stamp } from './stamp-crowd.ts'
import { stampCrowd } from './stamp-crowd.ts'

/** Paints crowds apart from the page, so that the desk answers its user however many are in view. */
const stamps: Stamp[] = []

self.onmessage = ({ data }: MessageEvent<CrowdRequest>) => {
  for (const [look, stamp] of data.fresh) stamps[look] = stamp
  stampCrowd(new Uint32Array(data.picture), data.width, data.dots, stamps)
  self.postMessage({ picture: data.picture } satisfies CrowdPicture, { transfer: [data.picture] })
}
self.postMessage('ready')
