import { create } from 'zustand'
import { type Alarm, alarmClass } from '../../shared/alarms/types.ts'

type Class = 1 | 2 | 3

interface SoundState {
  /** A browser plays nothing before somebody has pressed something. */
  unlocked: boolean
  /** Classes 2 and 3 only: a call for help is always heard. */
  muted: readonly Class[]
}

const storageKey = 'serik.muted'

function remembered(): readonly Class[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one): one is Class => one === 2 || one === 3) : []
  } catch {
    return []
  }
}

export const useSound = create<SoundState>(() => ({ unlocked: false, muted: remembered() }))

let context: AudioContext | null = null

/** Must be called from a click or a key. */
export async function unlockSound(): Promise<void> {
  context ??= new AudioContext()
  await context.resume()
  useSound.setState({ unlocked: context.state === 'running' })
}

export function toggleMute(of: 2 | 3): void {
  const { muted } = useSound.getState()
  const next = muted.includes(of) ? muted.filter((one) => one !== of) : [...muted, of]
  useSound.setState({ muted: next })
  try {
    localStorage.setItem(storageKey, JSON.stringify(next))
  } catch {
    // A browser that keeps nothing is heard again at the next start.
  }
}

/** Hertz and seconds, one after the other: three rising tones, two, one. */
const tones: Record<Class, [hertz: number, seconds: number][]> = {
  1: [
    [740, 0.16],
    [880, 0.16],
    [1109, 0.3],
  ],
  2: [
    [660, 0.14],
    [554, 0.2],
  ],
  3: [[440, 0.16]],
}

/** Plays the tones of a class, whatever is muted. */
export function playTones(of: Class): void {
  if (!context || context.state !== 'running') return
  let at = context.currentTime + 0.02
  for (const [hertz, seconds] of tones[of]) {
    const oscillator = context.createOscillator()
    const gain = context.createGain()
    oscillator.frequency.value = hertz
    gain.gain.setValueAtTime(0, at)
    gain.gain.linearRampToValueAtTime(of === 1 ? 0.5 : 0.25, at + 0.015)
    gain.gain.setValueAtTime(of === 1 ? 0.5 : 0.25, at + seconds - 0.03)
    gain.gain.linearRampToValueAtTime(0, at + seconds)
    oscillator.connect(gain).connect(context.destination)
    oscillator.start(at)
    oscillator.stop(at + seconds)
    at += seconds + 0.03
  }
}

/** The worst class among these alarms that is to be heard; null for silence. */
export function audibleClass(alarms: readonly Pick<Alarm, 'kind'>[], muted: readonly Class[]): Class | null {
  let worst: Class | null = null
  for (const { kind } of alarms) {
    const of = alarmClass[kind]
    if (muted.includes(of) && of !== 1) continue
    if (worst === null || of < worst) worst = of
  }
  return worst
}
