import { useEffect } from 'react'
import { useStore } from '../store/use-store.ts'
import { now } from '../ui/clock.ts'
import { makeEar } from './ear.ts'
import { openAlarms } from './open-alarms.ts'
import { playTones, unlockSound, useSound } from './sound.ts'

/** Sounds each new alarm once, an unowned call for help until somebody has it. */
export function useAlarmSound(): void {
  const { board } = useStore()
  useEffect(() => {
    const open = () => openAlarms(board.board, now())
    const ear = makeEar(open(), now())
    const listen = () => {
      const of = ear(open(), board.received(), useSound.getState().muted, now())
      if (of !== null) playTones(of)
    }
    // The clock alone ends a shelf and repeats a call.
    const timer = setInterval(listen, 1_000)
    const off = board.onBatch(listen)
    return () => {
      clearInterval(timer)
      off()
    }
  }, [board])

  // Any press unlocks, also the one that signed in: the officer need not look for the button.
  useEffect(() => {
    if (navigator.userActivation.hasBeenActive) void unlockSound()
    const unlock = () => void unlockSound()
    window.addEventListener('pointerdown', unlock, { once: true })
    window.addEventListener('keydown', unlock, { once: true })
    return () => {
      window.removeEventListener('pointerdown', unlock)
      window.removeEventListener('keydown', unlock)
    }
  }, [])
}
