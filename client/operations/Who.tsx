import type { Id } from '../../shared/kernel/ids.ts'
import { useEntity, useName } from '../store/use-store.ts'
import { useWords } from '../ui/words.ts'
import { shortName } from './short-name.ts'

/** An assistant by name, by call sign until that is known. */
export function Person({ id, short }: { id: Id; short?: boolean }) {
  const assistant = useEntity('assistant', id)
  const callSign = assistant?.callSign
  const name = useName(id)
  const { t } = useWords()
  if (assistant?.erasedAt !== undefined) return <>{`${callSign} (${t('terms:erased')})`}</>
  return <>{name === undefined ? callSign : short ? shortName(name) : name}</>
}

/** Several, parted by commas. */
export function People({ ids }: { ids: readonly Id[] }) {
  return (
    <>
      {ids.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Person id={id} short />
        </span>
      ))}
    </>
  )
}

export function UnitName({ id }: { id: Id | null | undefined }) {
  return <>{useEntity('unit', id)?.callSign}</>
}

/** An officer, as their account is named. */
export function Officer({ id }: { id: Id | null | undefined }) {
  return <>{useName(id)}</>
}
