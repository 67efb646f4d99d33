import { fileTypeFromBuffer } from 'file-type'

/** What a file is, by what its bytes say and not by what it is called: `image/jpeg`. Null when they say nothing. */
export async function fileTypeOf(bytes: Uint8Array): Promise<string | null> {
  return (await fileTypeFromBuffer(bytes))?.mime ?? null
}
