import type { Fix } from '../../shared/kernel/fix.ts'
import type { FixesAnswer, FixesMessage } from '../../shared/wire/fixes.ts'
import type { PhoneStorage } from './storage.ts'

/** Seconds between the fixes that a phone sends. */
export const fixInterval = 5
/** As many as one message may hold. */
const batch = 500
/** 14 hours at the interval. Beyond it the older half is thinned, so that the whole way stays visible. */
export const mostFixes = 10_000

export interface FixBuffer {
  /** `fix.at` is the phone's own clock; the server corrects it by the time of sending. */
  add(fix: Fix): void
  /** Sends what waits, oldest first. */
  flush(): Promise<void>
  waiting(): number
  /** Phone's time of the newest fix that the server has taken; 0 = none. */
  lastTaken(): number
  onChange(listener: () => void): () => void
  clear(): void
}

export interface FixBufferParts {
  storage: PhoneStorage
  send(message: FixesMessage): Promise<FixesAnswer>
  phoneNow(): number
}

/** Where this phone was, kept over cuts and reloads until the server has it. */
export async function openFixBuffer({ storage, send, phoneNow }: FixBufferParts): Promise<FixBuffer> {
  let fixes = (await storage.fixes()).sort((a, b) => a.at - b.at)
  let taken = 0
  let flushing = false
  const listeners = new Set<() => void>()

  function changed(): void {
    for (const listener of [...listeners]) listener()
  }

  function drop(gone: Fix[]): void {
    const ats = new Set(gone.map(({ at }) => at))
    fixes = fixes.filter(({ at }) => !ats.has(at))
    void storage.removeFixes([...ats]).catch(() => {})
    changed()
  }

  return {
    add(fix) {
      if (fixes.at(-1)?.at === fix.at) return
      fixes.push(fix)
      void storage.putFix(fix).catch(() => {})
      if (fixes.length > mostFixes) drop(fixes.slice(0, mostFixes / 2).filter((_, index) => index % 2 === 1))
      changed()
    },
    async flush() {
      if (flushing) return
      flushing = true
      while (fixes.length > 0) {
        const sent = fixes.slice(0, batch)
        const answer = await send({ sentAt: phoneNow(), interval: fixInterval, fixes: sent })
        // A batch that the server calls invalid would be so for ever and hold up the rest.
        if (!answer.ok && answer.code !== 'fixes.invalid') break
        if (answer.ok) taken = Math.max(taken, sent.at(-1)?.at ?? 0)
        drop(sent)
      }
      flushing = false
    },
    waiting: () => fixes.length,
    lastTaken: () => taken,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear: () => drop(fixes),
  }
}
