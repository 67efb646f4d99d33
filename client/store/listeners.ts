type Listener = () => void

/** Listeners by key. A key's listeners are called once per `tell`, in the order in which they came. */
export interface Listeners<Key> {
  on(key: Key, listener: Listener): () => void
  tell(key: Key): void
  keys(): Iterable<Key>
}

export function makeListeners<Key>(): Listeners<Key> {
  const byKey = new Map<Key, Set<Listener>>()
  return {
    on(key, listener) {
      let set = byKey.get(key)
      if (!set) {
        set = new Set()
        byKey.set(key, set)
      }
      set.add(listener)
      return () => {
        set.delete(listener)
        if (set.size === 0 && byKey.get(key) === set) byKey.delete(key)
      }
    },
    tell(key) {
      for (const listener of [...(byKey.get(key) ?? [])]) listener()
    },
    keys: () => byKey.keys(),
  }
}
