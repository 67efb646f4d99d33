/** What a file may be, by its first bytes and not by what it is called. */
const types = [
  { type: 'image/jpeg', ending: 'jpg', magic: [0xff, 0xd8, 0xff] },
  { type: 'image/png', ending: 'png', magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'application/pdf', ending: 'pdf', magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
] as const
export type FileType = (typeof types)[number]

export function fileTypeOf(bytes: Uint8Array): FileType | null {
  return types.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte)) ?? null
}
