import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { DocumentKind } from '../../shared/applications/types.ts'
import type { Language } from '../../shared/i18n/format.ts'
import type { Translate } from '../../shared/i18n/keys.ts'
import { cities, dwellings } from '../../shared/law/regions.ts'
import { regionName } from '../app/region-name.ts'
import { askServer, type HttpRefusal } from '../net/ask-server.ts'
import { newId } from '../store/new-id.ts'
import { RuleLine } from '../ui/Chip.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Headline, Pad } from '../ui/Phone.tsx'
import { useWords } from '../ui/words.ts'
import styles from './apply.module.css'
import { type ChosenFile, type FileFault, readChosen } from './chosen-file.ts'
import { applicantOf, type Field, faultsOf, iinSays, nothing, ruleOfField, type Typed } from './form.ts'
import { FileInput, Line, OneOf, Tick } from './Inputs.tsx'
import { Refused } from './Refused.tsx'
import type { Receipt } from './receipt.ts'

/** Seen, and no reason not to send. */
function Warning({ children }: { children: ReactNode }) {
  return (
    <span className={styles.warning}>
      <AlarmMark level={2} size={18} />
      <span>{children}</span>
    </span>
  )
}

/** The cities first, as they are written; within them and after them by name. */
function regions(t: Translate, language: Language) {
  const named = dwellings.map((value) => ({ value, label: regionName(t, value) }))
  const isCity = ({ value }: { value: string }) => cities.some((city) => value.split('/')[0] === city)
  const byName = new Intl.Collator(language).compare
  return named.sort((a, b) => Number(isCity(b)) - Number(isCity(a)) || byName(a.label, b.label))
}

/** Everything on one page, in the order of the paper form; what is wrong stands under its field once it was sent. */
export function ApplyForm({ onReceived }: { onReceived(receipt: Receipt): void }) {
  const { t, language } = useWords()
  const [typed, setTyped] = useState(nothing)
  const [files, setFiles] = useState<Partial<Record<DocumentKind, ChosenFile>>>({})
  const [wrongFile, setWrongFile] = useState<{ kind: DocumentKind; fault: FileFault } | null>(null)
  const [tried, setTried] = useState(false)
  const [sending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  const id = useRef(newId())
  const form = useRef<HTMLFormElement>(null)
  const faults = faultsOf(typed, files['id-copy'] !== undefined)
  const says = iinSays(typed)

  const set = <F extends keyof Typed>(field: F) => ({
    value: typed[field],
    onChange: (value: Typed[F]) => setTyped((was) => ({ ...was, [field]: value })),
    fault: faultOf(field),
  })
  const tick = (field: 'citizen' | 'consent') => {
    const { value, ...rest } = set(field)
    return { checked: value, ...rest }
  }
  function faultOf(field: Field) {
    const fault = tried && faults[field]
    if (!fault) return undefined
    const rule = ruleOfField[field]
    return rule ? <RuleLine id={rule}>{t(fault)}</RuleLine> : t(fault)
  }
  async function choose(kind: DocumentKind, file: File) {
    const chosen = await readChosen(kind, file)
    setWrongFile(typeof chosen === 'string' ? { kind, fault: chosen } : null)
    if (typeof chosen !== 'string') setFiles((was) => ({ ...was, [kind]: chosen }))
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (sending) return
    setTried(true)
    setRefusal(null)
    if (Object.keys(faults).length > 0) {
      // After the render that marks them.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setSending(true)
    const answer = await askServer<Receipt>('POST', '/api/apply', {
      id: id.current,
      applicant: applicantOf(typed, files.insurance !== undefined),
      files: Object.values(files),
    })
    setSending(false)
    if (answer.ok) onReceived(answer.answer)
    else setRefusal(answer)
  }

  const file = (kind: DocumentKind) => ({
    name: files[kind]?.name ?? null,
    choose: t('apply:choose-file'),
    onChoose: (chosen: File) => void choose(kind, chosen),
    fault:
      wrongFile?.kind === kind
        ? t(`apply:fault.${wrongFile.fault}`)
        : kind === 'id-copy'
          ? faultOf('copy')
          : undefined,
  })
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <Headline note={t('apply:note')}>{t('apply:title')}</Headline>
      <Pad>
        <div className={styles.stack}>
          <Line
            label={t('apply:name')}
            hint={t('apply:name-hint')}
            autoComplete="name"
            maxLength={80}
            {...set('name')}
          />
          <Line
            label={t('apply:iin')}
            hint={
              says &&
              (says.words === 'apply:iin.other-birth' ? <Warning>{t(says.words)}</Warning> : t(says.words))
            }
            inputMode="numeric"
            maxLength={12}
            {...set('iin')}
            {...(says?.wrong && { fault: <RuleLine id="E3">{t(says.words)}</RuleLine> })}
          />
          <Line
            label={t('apply:birth-date')}
            hint={t('apply:date-hint')}
            inputMode="numeric"
            maxLength={10}
            {...set('birthDate')}
          />
          <Tick label={t('apply:citizen')} {...tick('citizen')} />
          <Line
            label={t('apply:phone')}
            hint={t('apply:phone-hint')}
            type="tel"
            autoComplete="tel"
            {...set('phone')}
          />
          <OneOf
            label={t('apply:region')}
            hint={t('apply:region-hint')}
            placeholder={t('apply:choose')}
            options={regions(t, language)}
            {...set('region')}
          />
          <FileInput label={t('apply:copy')} hint={t('apply:copy-hint')} {...file('id-copy')} />
          <Line
            label={t('apply:id-until')}
            hint={t('apply:date-hint')}
            inputMode="numeric"
            maxLength={10}
            {...set('idUntil')}
          />
          <FileInput label={t('apply:insurance')} hint={t('apply:insurance-hint')} {...file('insurance')} />
          <section className={styles.consent}>
            <h2>{t('apply:consent-title')}</h2>
            <p>{t('apply:consent-what')}</p>
            <p>{t('apply:consent-who')}</p>
            <p>{t('apply:consent-withdraw')}</p>
          </section>
          <Tick label={t('apply:consent')} {...tick('consent')} />
          {refusal && <Refused refusal={refusal} unknown="apply:refused" />}
          <button type="submit" className={styles.submit} aria-disabled={sending}>
            {t(sending ? 'apply:sending' : 'apply:submit')}
          </button>
          <p className={styles.fine}>{t('apply:no-silence')}</p>
        </div>
      </Pad>
    </form>
  )
}
