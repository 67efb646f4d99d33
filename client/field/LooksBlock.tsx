import { useState } from 'react'
import { calendarDate, clockTime } from '../../shared/i18n/format.ts'
import type { Looked } from '../../shared/wire/read.ts'
import { useSession, useStore } from '../store/use-store.ts'
import { BigButton } from '../ui/Phone.tsx'
import styles from './field.module.css'
import { usePhoneWords } from './use-phone.ts'

interface Found {
  looks: readonly Looked[]
  before: number | null
}

/** Who has looked at this person's data, from the record of it: when, how and in which role. */
export function LooksBlock() {
  const { t } = usePhoneWords()
  const { connection } = useStore()
  const offset = useSession()?.utcOffset ?? 300
  const [found, setFound] = useState<Found | null>(null)
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle')
  async function ask() {
    setState('asking')
    const read = await connection.read({ kind: 'looked-at', before: found?.before ?? null })
    setState(read.ok ? 'idle' : 'failed')
    if (!read.ok) return
    setFound({ looks: [...(found?.looks ?? []), ...read.answer.looks], before: read.answer.before })
  }
  const more = found === null || found.before !== null
  return (
    <>
      {found && found.looks.length === 0 && !more && <p role="status">{t('phone:looks-none')}</p>}
      {found && found.looks.length > 0 && (
        <ol className={styles.looks} aria-label={t('phone:looks')}>
          {found.looks.map(({ seq, at, how, by, role }) => (
            <li key={seq}>
              <span className="num dim">{`${calendarDate(at, offset)} ${clockTime(at, offset, false)}`}</span>
              <span>
                <b>{role ? t(`terms:role.${role}`) : t(`phone:looks-by.${by}`)}</b>:{' '}
                {t(`phone:looks-how.${how}`)}
              </span>
            </li>
          ))}
        </ol>
      )}
      {state === 'failed' && <p role="alert">{t('phone:looks-failed')}</p>}
      {more && (
        <BigButton low onPress={() => void ask()} refused={state === 'asking' && t('phone:looks-asking')}>
          {t(found ? 'phone:looks-older' : 'phone:looks')}
        </BigButton>
      )}
    </>
  )
}
