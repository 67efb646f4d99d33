import type { Enrolment, OutboxItem, PhoneStorage } from '../../../client/field/storage.ts'
import type { Fix } from '../../../shared/kernel/fix.ts'

/** The phone's storage port over maps: survives "reloads" of what is opened on it. */
export function memoryStorage(): PhoneStorage {
  const items = new Map<string, OutboxItem>()
  const fixes = new Map<number, Fix>()
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
    async wipe() {
      items.clear()
      fixes.clear()
      enrolment = null
    },
  }
}
