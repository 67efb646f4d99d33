import type { Enrolment, KeptPhoto, OutboxItem, PhoneStorage } from '../../../client/field/storage.ts'
import type { Fix } from '../../../shared/kernel/fix.ts'

/** The phone's storage port over maps: survives "reloads" of what is opened on it. */
export function memoryStorage(): PhoneStorage {
  const items = new Map<string, OutboxItem>()
  const fixes = new Map<number, Fix>()
  const photos = new Map<string, KeptPhoto>()
  const kept = new Map<string, unknown>()
  let enrolment: Enrolment | null = null
  return {
    enrolment: async () => enrolment,
    async keepEnrolment(kept) {
      enrolment = kept
    },
    items: async () => [...items.values()],
    async putItem(item) {
      items.set(item.envelope.id, structuredClone(item))
    },
    async removeItem(id) {
      items.delete(id)
    },
    fixes: async () => [...fixes.values()],
    async putFix(fix) {
      fixes.set(fix.at, fix)
    },
    async removeFixes(ats) {
      for (const at of ats) fixes.delete(at)
    },
    photos: async () => [...photos.values()],
    async putPhoto(photo) {
      photos.set(photo.clue, photo)
    },
    async removePhoto(clue) {
      photos.delete(clue)
    },
    kept: async (name) => (kept.get(name) as never) ?? null,
    async keep(name, value) {
      kept.set(name, structuredClone(value))
    },
    async wipe() {
      photos.clear()
      kept.clear()
      items.clear()
      fixes.clear()
      enrolment = null
    },
  }
}
