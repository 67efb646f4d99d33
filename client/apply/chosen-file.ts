import { type DocumentKind, largestFile } from '../../shared/applications/types.ts'

export interface ChosenFile {
  kind: DocumentKind
  name: string
  base64: string
}
export type FileFault = 'file-large' | 'file-unreadable'

/** Long enough to read a card, short enough for a bad network. */
const longestSide = 2000
/** A larger picture is not even opened. */
const largestPicture = 20_000_000

/**
 * Reads a chosen picture: drawn anew, upright and smaller, which leaves behind where and with what it was taken.
 */
export async function readChosen(kind: DocumentKind, file: File): Promise<ChosenFile | FileFault> {
  if (file.size > largestPicture) return 'file-large'
  try {
    const blob = await drawnAnew(file)
    if (blob.size > largestFile) return 'file-large'
    return { kind, name: file.name.slice(0, 200), base64: await base64Of(blob) }
  } catch {
    return 'file-unreadable'
  }
}

async function drawnAnew(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('not drawn'))), 'image/jpeg', 0.85),
  )
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onerror = () => fail(new Error('not read'))
    reader.onload = () => done(String(reader.result).replace(/^data:[^,]*,/, ''))
    reader.readAsDataURL(blob)
  })
}
