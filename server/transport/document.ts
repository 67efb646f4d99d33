import sharp from 'sharp'
import { largestFile } from '../../shared/applications/types.ts'
import { fileTypeOf } from './file-type.ts'

/** What a kept document may be, by its bytes. A PDF only from before: what it carries about its maker cannot be taken out. */
const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const
type DocumentType = keyof typeof endings

export const endingOf = (type: DocumentType): string => endings[type]

export async function documentType(bytes: Uint8Array): Promise<DocumentType | null> {
  const type = await fileTypeOf(bytes)
  return type !== null && type in endings ? (type as DocumentType) : null
}

/** Pixels that are decoded at most: more than any phone takes, and no bomb. */
const mostPixels = 50_000_000
/** Long enough to read a card by. */
const longestSide = 2600

type DocumentFault = 'application.file-type' | 'application.file-unreadable' | 'application.file-size'

/**
 * A document as it may be kept: a picture drawn anew, upright, as a JPEG. What else the file carried (where and with what
 * it was taken, another file behind the picture) is left behind.
 */
export async function asKept(bytes: Uint8Array): Promise<Uint8Array | DocumentFault> {
  if (bytes.length > largestFile) return 'application.file-size'
  const type = await documentType(bytes)
  if (type === null || type === 'application/pdf') return 'application.file-type'
  try {
    const drawn = await inTurn(() => drawnAnew(bytes))
    return drawn !== null && drawn.length <= largestFile ? drawn : 'application.file-size'
  } catch {
    return 'application.file-unreadable'
  }
}

/** Null when the picture has more pixels than are decoded. */
async function drawnAnew(bytes: Uint8Array): Promise<Uint8Array | null> {
  const options = { limitInputPixels: mostPixels, failOn: 'error' } as const
  const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
  if (width * height > mostPixels) return null
  return sharp(bytes, options)
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 85 })
    .toBuffer()
}

let last: Promise<unknown> = Promise.resolve()

/** One picture after the other: each takes memory for all its pixels. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine.catch(() => undefined)
  return mine
}
