import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../../shared/assistants/roster.ts'

/** Where the Kazakh table (STRK 1048) has other letters than windows-1251. */
const kazakh: Record<string, string> = {
  Ќ: 'Қ',
  Ћ: 'Һ',
  ќ: 'қ',
  ћ: 'һ',
  Ў: 'Ұ',
  ў: 'ұ',
  Ј: 'Ә',
  Ґ: 'Ө',
  Є: 'Ғ',
  Ї: 'Ү',
  ґ: 'ө',
  є: 'ғ',
  ј: 'ә',
  Ѕ: 'Ң',
  ѕ: 'ң',
  ї: 'ү',
}

/**
 * The text of a file and how its letters were written: by its mark, or by its bytes. What is no letter in that writing
 * becomes U+FFFD, for whoever reads the lines to refuse them.
 */
export function fileText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes)
  if (encoding !== 'kz-1048') return { text: new TextDecoder(encoding).decode(bytes), encoding }
  const text = new TextDecoder('windows-1251').decode(bytes)
  return { text: text.replace(/[ЌЋќћЎўЈҐЄЇґєјЅѕї]/g, (letter) => kazakh[letter] ?? letter), encoding }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  const head = bytes.subarray(0, 1000)
  const zeros = (odd: number) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length
  // A table's first line is Latin, so every second byte of it is zero.
  if (zeros(1) > head.length / 4) return 'utf-16le'
  if (zeros(0) > head.length / 4) return 'utf-16be'
  if (isUtf8(bytes)) return 'utf-8'
  return singleByte(bytes)
}

/** Not wholly UTF-8: with some bytes damaged, or one byte a letter? */
function singleByte(bytes: Uint8Array): Encoding {
  let pairs = 0
  let alone = 0
  let kazakhOnly = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte < 0x80) continue
    const next = bytes[at + 1] ?? 0
    if (byte >= 0xc2 && byte <= 0xdf && next >= 0x80 && next <= 0xbf) {
      pairs++
      at++
      continue
    }
    alone++
    // The most frequent Kazakh letter, and no letter of Russian or Ukrainian.
    if (byte === 0x9d || byte === 0x8d) kazakhOnly++
  }
  if (pairs > alone) return 'utf-8'
  return kazakhOnly > 0 ? 'kz-1048' : 'windows-1251'
}
