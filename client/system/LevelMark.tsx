import type { Level } from '../../shared/system/limits.ts'

/** A triangle beyond the limit, an octagon far beyond it; the same shapes as alarms have, without a class. */
export function LevelMark({ level, label }: { level: Exclude<Level, 'fine'>; label?: string }) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or decoration
    <svg width="12" height="12" viewBox="0 0 22 22" {...named}>
      {level === 'bad' ? (
        <path d="M7 1h8l6 6v8l-6 6H7l-6-6V7z" fill="var(--a1f)" />
      ) : (
        <path d="M11 1.5L21.5 20.5H.5z" fill="var(--a2f)" />
      )}
    </svg>
  )
}
