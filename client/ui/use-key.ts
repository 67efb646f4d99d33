import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { createDispatcher, type KeyTaker } from './key-dispatcher.ts'
import { type ActionId, capsOf, isOnPage, keyRow, type Page } from './keys.ts'

const dispatcher = createDispatcher()
const pageWatchers = new Set<() => void>()
const announce = (): void => {
  for (const watcher of pageWatchers) watcher()
}
const watchPage = (changed: () => void): (() => void) => {
  pageWatchers.add(changed)
  return () => pageWatchers.delete(changed)
}

/** Popups with keys of their own (menus, lists) carry `data-own-keys`. */
const fields = 'input, textarea, select, [contenteditable="true"], [data-own-keys]'

function send(event: KeyboardEvent, down: boolean): void {
  if (event.defaultPrevented || event.isComposing) return
  const target = event.target instanceof Element ? event.target : null
  const used = dispatcher.stroke({
    down,
    code: event.code,
    ctrl: event.ctrlKey || event.metaKey,
    shift: event.shiftKey,
    alt: event.altKey,
    repeat: event.repeat,
    inField: !!target?.closest(fields),
    onControl: !!target?.closest(
      'button, a[href], [role="button"], [role="checkbox"], [role="tab"], summary',
    ),
    at: event.timeStamp,
  })
  if (used) event.preventDefault()
}

/** Starts listening on the window; once, in the app's entry. */
export function listenToKeys(): () => void {
  const down = (event: KeyboardEvent) => send(event, true)
  const up = (event: KeyboardEvent) => send(event, false)
  window.addEventListener('keydown', down)
  window.addEventListener('keyup', up)
  window.addEventListener('blur', dispatcher.release)
  return () => {
    window.removeEventListener('keydown', down)
    window.removeEventListener('keyup', up)
    window.removeEventListener('blur', dispatcher.release)
  }
}

/** The page whose keys work while this component is mounted; the one mounted last is in front. */
export function usePage(page: Page): void {
  useLayoutEffect(() => {
    const leave = dispatcher.enter(page)
    announce()
    return () => {
      leave()
      announce()
    }
  }, [page])
}

export function useFrontPage(): Page | undefined {
  return useSyncExternalStore(watchPage, dispatcher.page)
}

interface KeyOptions {
  when?: boolean
  hold?: KeyTaker['hold']
}

/**
 * Takes a key of the table: `run` is called (with the digit, for `pick`) while `when` holds and the action's page is in
 * front. Of several takers the one mounted last wins. Without an action it does nothing.
 */
export function useKey(
  action: ActionId | undefined,
  run: (digit: number) => void,
  options: KeyOptions = {},
): void {
  const latest = useRef({ run, ...options })
  useLayoutEffect(() => {
    latest.current = { run, ...options }
  })
  useEffect(() => {
    if (action === undefined) return
    return dispatcher.take(action, {
      run: (digit) => latest.current.run(digit),
      when: () => latest.current.when ?? true,
      ...(keyRow(action).hold === undefined
        ? {}
        : { hold: { start: () => latest.current.hold?.start(), stop: () => latest.current.hold?.stop() } }),
    })
  }, [action])
}

/** The caps to print for an action on the page in front; null where its key would do nothing. */
export function useCaps(action: ActionId | undefined): string[] | null {
  const page = useFrontPage()
  if (action === undefined || page === undefined || !isOnPage(action, page)) return null
  return capsOf(action)[0] ?? null
}
