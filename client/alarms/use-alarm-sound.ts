import { useEffect } from 'react'
import { useStore } from '../store/use-store.ts'
import { now } from '../ui/clock.ts'
import { openAlarms } from './open-alarms.ts'
import { audibleClass, playTones, unlockSound, useSound } from './sound.ts'

/** A call for help that nobody owns is sounded again and again. */
const sosAgain = 8_000

/** Sounds each new alarm once, an unowned call for help until somebody has it. */
export function useAlarmSound(): void {
  const { board } = useStore()
  useEffect(() => {
    const heard = new Set<string>(openAlarms(board.board, now()).map(({ id }) => id))
    const listen = () => {
      const fresh = openAlarms(board.board, now()).filter(({ id }) => !heard.has(id))
      const received = board.received().filter(({ alarm }) => !heard.has(alarm))
      for (const { id } of fresh) heard.add(id)
      for (const { alarm } of received) heard.add(alarm)
      const worst = audibleClass([...fresh, ...received], useSound.getState().muted)
      if (worst !== null) playTones(worst)
    }
    const again = setInterval(() => {
      const waiting = openAlarms(board.board, now()).some(
        ({ kind, owner }) => kind === 'sos' && owner === null,
      )
      if (waiting) playTones(1)
    }, sosAgain)
    const off = board.onBatch(listen)
    return () => {
      clearInterval(again)
      off()
    }
  }, [board])

  // Any press unlocks: the officer need not look for the button.
  useEffect(() => {
    const unlock = () => void unlockSound()
    window.addEventListener('pointerdown', unlock, { once: true })
    window.addEventListener('keydown', unlock, { once: true })
    return () => {
      window.removeEventListener('pointerdown', unlock)
      window.removeEventListener('keydown', unlock)
    }
  }, [])
}
