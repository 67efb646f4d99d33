import { expect, test } from 'vitest'
import { makeLock } from '../../../client/app/lock.ts'

function browser() {
  const kept = new Map<string, string>()
  const windows: ((key: string | null) => void)[] = []
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const open = () => makeLock(storage, (changed) => windows.push(changed))
  const told = (key: string | null) => {
    for (const window of windows) window(key)
  }
  return { open, told }
}

test('APP-1 a desk stays locked when its page is loaded again', () => {
  const { open } = browser()
  open().lock()
  expect(open().locked()).toBe(true)
  open().unlock()
  expect(open().locked()).toBe(false)
})

test('APP-2 one lock locks and opens every window of the browser', () => {
  const { open, told } = browser()
  const [here, there] = [open(), open()]
  const seen: boolean[] = []
  there.onChange(() => seen.push(there.locked()))
  here.lock()
  told('serik.locked')
  here.unlock()
  told('serik.locked')
  told('serik.muted')
  expect(seen).toEqual([true, false])
})

test('APP-3 a browser that keeps nothing still locks until the page is left', () => {
  const refuse = (): never => {
    throw new Error('blocked')
  }
  for (const kept of [null, { getItem: refuse, setItem: refuse, removeItem: refuse }]) {
    const lock = makeLock(kept)
    let told = 0
    lock.onChange(() => told++)
    lock.lock()
    expect(lock.locked()).toBe(true)
    lock.unlock()
    expect([lock.locked(), told]).toEqual([false, 2])
  }
})
