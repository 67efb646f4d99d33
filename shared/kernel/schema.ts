import * as z from 'zod/mini'

/** Pieces of schema that several commands use. Lengths count UTF-16 units; control characters are refused. */
export const id = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/))
export const millis = z.int().check(z.minimum(0), z.maximum(8_640_000_000_000_000))

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const printable = /^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$/

/** A short line a person reads: a title, a place's name. */
export const label = z.string().check(z.trim(), z.minLength(1), z.maxLength(80), z.regex(printable))
/** Free text; goes to the vault. */
export const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000), z.regex(printable))

export const latLng = z.strictObject({
  lat: z.number().check(z.minimum(-90), z.maximum(90)),
  lng: z.number().check(z.minimum(-180), z.maximum(180)),
})
export const ring = z.array(latLng).check(z.minLength(3), z.maxLength(20_000))
export const window = z.strictObject({ from: millis, to: millis })
/** A region's path: `almaty`, `almaty/bostandyq`. */
export const region = z.string().check(z.maxLength(80), z.regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/))
/** `key → sequence` of what the user looked at. */
export const seen = z.record(z.string().check(z.maxLength(120)), z.int().check(z.minimum(0)))
