import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useSyncExternalStore,
} from 'react'
import { clockTime, type Language } from '../../shared/i18n/format.ts'
import type { Translate } from '../../shared/i18n/keys.ts'
import type { Fix } from '../../shared/kernel/fix.ts'
import { sameItems, useBoard, useLink, useSession, useStore } from '../store/use-store.ts'
import { now } from '../ui/clock.ts'
import { useWords } from '../ui/words.ts'
import type { Phone } from './phone.ts'
import { type Me, type Stage, stageOf } from './stage.ts'
import type { OutboxItem } from './storage.ts'

export const PhoneContext = createContext<Phone | null>(null)

export function usePhone(): Phone {
  const phone = useContext(PhoneContext)
  if (!phone) throw new Error('usePhone outside of a PhoneContext')
  return phone
}

/** Renders again every `ms`, for what changes by the clock alone. The time by the server's clock. */
export function useNow(ms = 5_000): number {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    const timer = setInterval(again, ms)
    return () => clearInterval(timer)
  }, [ms])
  return now()
}

/** Whose phone this is; null before the first greeting. The same object as long as it is the same. */
export function useMe(): Me | null {
  const who = useSession()?.me
  const [kind, id] = who && who.kind !== 'staff' ? [who.kind, who.id] : [null, '']
  return useMemo(() => (kind === null ? null : { kind, id }), [kind, id])
}

export function useStage(me: Me): Stage {
  const at = useNow()
  return useBoard((board) => stageOf(board, me, at), sameParts)
}

/** Entities are immutable, so the same parts are the same stage. */
function sameParts(a: Stage, b: Stage): boolean {
  return sameItems(Object.values(a), Object.values(b))
}

export function useOutbox(): readonly OutboxItem[] {
  const { outbox } = usePhone()
  return useSyncExternalStore(outbox.onChange, outbox.items)
}

/** This phone's own newest fix. */
export function useOwn(): Fix | null {
  const { sharing } = usePhone()
  return useSyncExternalStore(sharing.onChange, sharing.own)
}

export interface Spot {
  lat: number
  lng: number
  /** Time of the fix. */
  at: number
}

/** Where a carrier was last seen, from the frames; null when it never was. */
export function useSpot(no: number | undefined): Spot | null {
  const { live } = useStore()
  const subscribe = useCallback((changed: () => void) => live.onFrame(changed), [live])
  const text = useSyncExternalStore(subscribe, () => {
    const at = no === undefined ? 0 : (live.table.at[no] ?? 0)
    return at === 0 ? '' : [live.table.lat[no as number], live.table.lng[no as number], at].join()
  })
  if (text === '') return null
  const [lat, lng, at] = text.split(',').map(Number) as [number, number, number]
  return { lat, lng, at }
}

export interface Words {
  t: Translate
  language: Language
  /** 21:47, in the operation's zone. */
  time(at: number): string
  offset: number
}

export function usePhoneWords(): Words {
  const { t, language } = useWords()
  const offset = useSession()?.utcOffset ?? 300
  return { t, language, offset, time: (at) => clockTime(at, offset, false) }
}

/** What stands under a button that was pressed and has not been answered: being sent, or waiting for the network. */
export function useSendingWords(): (what?: string) => string {
  const { t } = useWords()
  const { up } = useLink()
  return (what) => {
    if (what === undefined) return t(up ? 'phone:sending-it' : 'phone:waits')
    return t(up ? 'phone:sending' : 'phone:waits-what', { what })
  }
}
