import * as z from 'zod/mini'
import { id, latLng, millis, text } from '../kernel/schema.ts'
import { alarmKinds } from './types.ts'

const fix = z.strictObject({
  at: millis,
  ...latLng.shape,
  accuracy: z.number().check(z.minimum(0), z.maximum(100_000)),
})

export const resolveReasons = [
  'helped',
  'false-alarm',
  'handled',
  'cause-gone',
  'duplicate',
  'other',
] as const

export const alarmCommands = {
  /** The server's watchers only. Never refused because something moved: the log decides again. */
  RaiseAlarm: z.strictObject({
    kind: z.enum(alarmKinds),
    subject: z.strictObject({ kind: z.enum(['assistant', 'unit', 'place']), id }),
    task: z.nullable(id),
    /** Where it is about a scene and no task of it. */
    operation: z.optional(id),
    fix: z.nullable(fix),
    params: z.record(z.string(), z.union([z.string().check(z.maxLength(64)), z.number()])),
  }),
  /** From a phone, also off duty, also late from its outbox (`pressedAt`). */
  CallForHelp: z.strictObject({ pressedAt: millis, fix: z.nullable(fix) }),
  OwnAlarm: z.strictObject({ alarm: id }),
  ConfirmOfficerWith: z.strictObject({ alarm: id }),
  /** The server's own, at the climb's instant. */
  ClimbAlarm: z.strictObject({ alarm: id, level: z.int().check(z.minimum(1), z.maximum(9)) }),
  ShelveAlarm: z.strictObject({ alarm: id, until: millis }),
  ResolveAlarm: z.strictObject({ alarm: id, reason: z.enum(resolveReasons), words: z.optional(text) }),
  /** The server's own: what raised it is over. */
  ClearAlarm: z.strictObject({ alarm: id }),
}
