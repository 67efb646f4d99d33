import { useEffect, useRef, useState } from 'react'
import { useAsk } from '../net/use-ask.ts'
import { refusalWords } from '../store/refusal-words.ts'
import { Button } from '../ui/Button.tsx'
import { TextInput } from '../ui/Fields.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { useWords } from '../ui/words.ts'
import { rememberLogin } from './remembered-login.ts'
import styles from './sign-in.module.css'

export interface SignInFormProps {
  /** Whose password is asked for; null asks for the login too. */
  login: string | null
  /** Filled in from outside: a sign-in of the rehearsal. */
  filled?: { login: string; password: string } | null
  submit: string
  onSignedIn(): void
}

/** Login and password. A refusal stays under them and keeps what was typed. */
export function SignInForm({ login: fixed, filled = null, submit, onSignedIn }: SignInFormProps) {
  const { t } = useWords()
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState({ login: '', password: '' })
  const { ask, asking, refusal, forgetRefusal } = useAsk()
  const login = fixed ?? typed.login.trim()
  const { password } = typed

  useEffect(() => {
    if (!filled) return
    setTyped(filled)
    forgetRefusal()
    form.current?.querySelector<HTMLElement>('button[type="submit"]')?.focus()
  }, [filled, forgetRefusal])

  async function signIn(): Promise<void> {
    if (!(await ask('/api/sign-in', { login, password }))) {
      form.current?.querySelector<HTMLInputElement>('input[autocomplete="current-password"]')?.select()
      return
    }
    rememberLogin(login)
    onSignedIn()
  }

  return (
    <form ref={form} className={styles.form} onSubmit={(event) => event.preventDefault()}>
      {fixed === null && (
        <TextInput
          label={t('sign-in:login')}
          value={typed.login}
          onChange={(value) => setTyped({ ...typed, login: value })}
          autoComplete="username"
          autoFocus
          maxLength={64}
        />
      )}
      <TextInput
        label={t('sign-in:password')}
        type="password"
        value={password}
        onChange={(value) => setTyped({ ...typed, password: value })}
        autoComplete="current-password"
        autoFocus={fixed !== null}
        maxLength={128}
      />
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
        onPress={() => void signIn()}
        refused={(asking && t('sign-in:checking')) || ((!login || !password) && t('sign-in:fill-in'))}
      >
        {submit}
      </Button>
    </form>
  )
}
