import type { Id } from './ids.ts'

/** Replaces the entity `id` by `{ ...old, ...change(old) }`; nothing when it is not there. */
export function change<E>(map: Map<Id, E>, id: Id, to: Partial<E> | ((old: E) => Partial<E>)): void {
  const old = map.get(id)
  if (old !== undefined) map.set(id, { ...old, ...(typeof to === 'function' ? to(old) : to) })
}
