import { useState } from 'react'
import type { StaffRole } from '../../shared/accounts/types.ts'
import type { WordKey } from '../../shared/i18n/keys.ts'
import type { CloseReason } from '../../shared/wire/closing.ts'
import { refusalWords } from '../store/refusal-words.ts'
import { Button } from '../ui/Button.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Row, Rows } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../ui/words.ts'
import { Door, type Purpose } from './Door.tsx'
import { SignInForm } from './SignInForm.tsx'
import styles from './sign-in.module.css'

/** Why somebody stands at the door again: the server could not be asked, or it ended the session. */
export type SignInNews = { code: string } | { closed: CloseReason }

/** The sign-ins that everybody knows, from the server; null in a live store. */
export interface RehearsalSignIns {
  password: string
  accounts: readonly { login: string; role: StaffRole }[]
}

interface SignInScreenProps {
  purpose: Purpose
  news: SignInNews | null
  signIns: RehearsalSignIns | null
  onSignedIn(): void
}

export function SignInScreen({ purpose, news, signIns, onSignedIn }: SignInScreenProps) {
  const { t } = useWords()
  const [filled, setFilled] = useState<{ login: string; password: string } | null>(null)
  return (
    <Door purpose={purpose} title={t('sign-in:title')}>
      {news && <News news={news} />}
      <SignInForm login={null} filled={filled} submit={t('sign-in:submit')} onSignedIn={onSignedIn} />
      {signIns && (
        <section className={styles.rehearsal}>
          <SectionHead title={t('sign-in:rehearsal')} />
          <p className="dim small">{t('sign-in:rehearsal-password', { password: signIns.password })}</p>
          <Rows label={t('sign-in:rehearsal')}>
            {signIns.accounts.map(({ login, role }) => (
              <Row
                key={login}
                title={login}
                end={<span className="dim">{t(`terms:role.${role}`)}</span>}
                selected={login === filled?.login}
                onChoose={() => setFilled({ login, password: signIns.password })}
              />
            ))}
          </Rows>
        </section>
      )}
    </Door>
  )
}

const ended: WordKey = 'sign-in:closed.session-ended'
/** The reasons after which the desk does not come back by itself; the others never get here. */
const closedWords: Partial<Record<CloseReason, WordKey>> = {
  'session-ended': ended,
  'wire-version': 'sign-in:closed.wire-version',
  'too-many': 'sign-in:closed.too-many',
}

function News({ news }: { news: SignInNews }) {
  const { t } = useWords()
  const closed = 'closed' in news ? (closedWords[news.closed] ?? ended) : null
  return (
    <div className={styles.news} role="status">
      <AlarmMark level={3} size={16} />
      <span>
        {closed ? t(closed) : refusalWords(t, { code: 'code' in news ? news.code : '' }, 'sign-in:refused')}
      </span>
      {closed === 'sign-in:closed.wire-version' && (
        <Button onPress={() => location.reload()}>{t('sign-in:reload')}</Button>
      )}
    </div>
  )
}
