import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { fileTypeOf } from '../transport/file-type.ts'

/** Largest picture that is read, in bytes and in pixels: a small file may unfold to a large one. */
export const largestPhoto = 8 << 20
const mostPixels = 50_000_000
/** The longer side of what is kept. */
const side = 1280

/**
 * A picture made anew: turned as it was held, no larger than a screen, and without what the camera wrote into it (place,
 * owner, preview). Null for what is no picture. The digest names it, so that a repeated sending is the same.
 */
export async function encodePhoto(image: Buffer): Promise<{ digest: string; bytes: Buffer } | null> {
  const type = await fileTypeOf(image)
  if (type !== 'image/jpeg' && type !== 'image/png' && type !== 'image/webp') return null
  const bytes = await sharp(image, { limitInputPixels: mostPixels, failOn: 'error' })
    .rotate()
    .flatten({ background: '#fff' })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .timeout({ seconds: 10 })
    .toBuffer()
    .catch(() => null)
  if (!bytes) return null
  const digest = createHash('sha256').update(bytes).digest('hex')
  return { digest, bytes }
}
