import { useMemo } from 'react'
import type { Id } from '../../../shared/kernel/ids.ts'
import { instantOfDay, minutesOfDay } from '../../../shared/operations/window-of-day.ts'
import type { SearchCase } from '../../../shared/search/case/case-types.ts'
import { emptyCase } from '../../../shared/search/case/evolve-case.ts'
import { useEntity } from '../../store/use-store.ts'

/** A search's file; an empty one until something stands in it. */
export function useCase(operation: Id): SearchCase {
  const file = useEntity('case', operation)
  return useMemo(() => file ?? emptyCase(operation), [file, operation])
}

const DAY = 24 * 3_600_000

/** The last time that it was this time of the day. */
export function lastInstant(minutes: number, now: number, offset: number): number {
  return instantOfDay(minutes, { from: now - DAY + 60_000, to: now }, offset)
}

/** The next time that it will be. */
export function nextInstant(minutes: number, now: number, offset: number): number {
  return instantOfDay(minutes, { from: now + 60_000, to: now + DAY }, offset)
}

export const minutesNow = (now: number, offset: number): number => minutesOfDay(now, offset)

/** 02.03.2026 → 2026-03-02; null for what is no day. */
export function readDay(text: string): string | null {
  const [, day, month, year] = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(text) ?? []
  if (!day || !month || !year) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? null : iso
}

export const dayText = (iso: string): string => iso.split('-').reverse().join('.')
