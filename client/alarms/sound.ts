import { create } from 'zustand'
import type { Class } from './ear.ts'

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
  if (!context) {
    const made = new AudioContext()
    // The system may take the sound away again: then the line that says so is back.
    made.onstatechange = () => useSound.setState({ unlocked: made.state === 'running' })
    context = made
  }
  await context.resume()
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
  if (context?.state !== 'running') return
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
