import { useState } from 'react'
import { shortestPassword } from '../../shared/accounts/password-length.ts'
import { useAsk } from '../net/use-ask.ts'
import { refusalWords } from '../store/refusal-words.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox, TextInput } from '../ui/Fields.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { useWords } from '../ui/words.ts'
import { Door, type Purpose } from './Door.tsx'
import { rememberLogin } from './remembered-login.ts'
import styles from './sign-in.module.css'

interface SetPasswordScreenProps {
  /** From the link; it works once, so nothing is sent before the press. */
  code: string
  purpose: Purpose
  onDone(): void
}

/** The first password of an account: the first administrator's, and of everybody who was invited. */
export function SetPasswordScreen({ code, purpose, onDone }: SetPasswordScreenProps) {
  const { t } = useWords()
  const [login, setLogin] = useState<string | null>(null)
  if (login !== null)
    return (
      <Door purpose={purpose} title={t('sign-in:set-done')}>
        <div className={styles.form}>
          <p>
            {t('sign-in:your-login')} <b>{login}</b>
          </p>
          <Button kind="primary" action="confirm" onPress={onDone}>
            {t('sign-in:to-sign-in')}
          </Button>
        </div>
      </Door>
    )
  return (
    <Door purpose={purpose} title={t('sign-in:set-title')}>
      {code === '' ? (
        <div className={styles.form}>
          <p className={styles.refusal} role="alert">
            <AlarmMark level={2} size={16} />
            <span>{t('sign-in:no-code')}</span>
          </p>
          <Button action="confirm" onPress={onDone}>
            {t('sign-in:to-sign-in')}
          </Button>
        </div>
      ) : (
        <NewPassword
          code={code}
          onSet={(known) => {
            rememberLogin(known)
            setLogin(known)
          }}
        />
      )}
    </Door>
  )
}

function NewPassword({ code, onSet }: { code: string; onSet(login: string): void }) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [shown, setShown] = useState(false)
  const { ask, asking, refusal } = useAsk()
  const least = t('sign-in:least', { least: shortestPassword })
  const tooShort = password.length < shortestPassword
  const differ = !shown && password !== again

  async function save(): Promise<void> {
    const set = await ask<{ login: string }>('/api/set-password', { code, password })
    if (set) onSet(set.login)
  }

  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <p className="dim">{t('sign-in:set-note')}</p>
      <TextInput
        label={t('sign-in:new-password')}
        type={shown ? 'text' : 'password'}
        value={password}
        onChange={setPassword}
        hint={least}
        autoComplete="new-password"
        autoFocus
        maxLength={128}
      />
      {!shown && (
        <TextInput
          label={t('sign-in:again-password')}
          type="password"
          value={again}
          onChange={setAgain}
          autoComplete="new-password"
          maxLength={128}
          {...(again.length >= password.length && differ && { error: t('sign-in:differ') })}
        />
      )}
      <Checkbox label={t('sign-in:show')} checked={shown} onChange={setShown} />
      {refusal && (
        <p className={styles.refusal} role="alert">
          <AlarmMark level={2} size={16} />
          <span>{refusalWords(t, refusal, 'sign-in:refused')}</span>
        </p>
      )}
      <Button
        submit
        kind="primary"
        action="confirm"
        onPress={() => void save()}
        refused={(asking && t('sign-in:checking')) || (tooShort && least) || (differ && t('sign-in:differ'))}
      >
        {t('sign-in:save')}
      </Button>
    </form>
  )
}
