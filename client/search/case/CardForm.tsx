import { useState } from 'react'
import {
  type Card,
  type CardField,
  cardFields,
  cardText,
  readCard,
} from '../../../shared/search/case/card.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk, useEntity, useText } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Choices.tsx'
import { Checkbox, TextInput } from '../../ui/Fields.tsx'
import { noSubject, readSubject, type Subject } from '../sealed-words.ts'
import { CardPreview } from './CardPreview.tsx'
import styles from './case.module.css'
import type { CasePartProps } from './StatementForm.tsx'
import { useCase } from './use-case.ts'

const audiences = ['teams', 'public'] as const
/** What a minor's card says without a guardian's consent; nothing is ticked that names. */
const naming: readonly CardField[] = ['name']
const usual: readonly CardField[] = ['age', 'looks', 'clothing', 'carries', 'seen', 'approach']
const least: readonly CardField[] = ['looks', 'clothing', 'carries']

/** What leaves the file: ticked field by field, seen as the teams will see it, then released. */
export function CardForm(props: CasePartProps) {
  const { id } = props.operation
  const file = useCase(id)
  const card = useEntity('card', id)
  const subject = useText(file.subject)
  const released = useText(card?.sealed)
  if ((file.subject && subject === undefined) || (card?.sealed && released === undefined)) return null
  return (
    <Fields
      {...props}
      subject={subject === undefined ? noSubject : readSubject(subject)}
      out={released === undefined ? null : readCard(released)}
    />
  )
}

function Fields({
  operation,
  onClose,
  subject,
  out,
}: CasePartProps & { subject: Subject; out: Card | null }) {
  const { t, time } = useDeskWords()
  const { id } = operation
  const file = useCase(id)
  const card = useEntity('card', id)
  const ask = useAsk(`card:${id}`)
  const [words, setWords] = useState<Card>(() => ({ ...subject, ...out }))
  const [ticked, setTicked] = useState<ReadonlySet<CardField>>(() => {
    if (out) return new Set(cardFields.filter((field) => out[field]))
    return new Set((file.minor ? least : usual).filter((field) => subject[field] !== ''))
  })
  const [photo, setPhoto] = useState(card?.photo !== null && card?.photo !== undefined)
  const [to, setTo] = useState(card?.to ?? 'teams')
  const [consent, setConsent] = useState('')
  const [tried, setTried] = useState(false)
  const shown: Card = {}
  for (const field of cardFields) if (ticked.has(field) && words[field]?.trim()) shown[field] = words[field]
  const names = naming.some((field) => shown[field])
  const asksConsent = file.minor && (names || photo)
  const nothing = Object.keys(shown).length === 0

  async function submit() {
    setTried(true)
    if (nothing || (asksConsent && consent.trim() === '')) return
    const answer = await ask.give('ReleaseCard', {
      ...{ operation: id, card: cardText(shown), photo, to, names },
      ...(asksConsent && { consent: consent.trim() }),
    })
    if (answer.ok) onClose()
  }
  const tick = (field: CardField, on: boolean) =>
    setTicked(new Set(cardFields.filter((one) => (one === field ? on : ticked.has(one)))))
  return (
    <SideForm
      above={
        <>
          <span className="num">{operation.number}</span>
          <span className="fill" />
          <span className="small">
            {card?.sealed
              ? t('case:card-out', { to: t(`case:card-to.${card.to}`), time: time(card.at) })
              : t('search:card-not')}
          </span>
        </>
      }
      title={t('case:section.card')}
      submit={t(card?.sealed ? 'case:card-release-again' : 'case:card-release')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
      actions={
        card?.sealed && (
          <Button onPress={() => void ask.give('WithdrawCard', { operation: id })}>
            {t('case:card-withdraw')}
          </Button>
        )
      }
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <p className="small dim">{t('case:card-tick')}</p>
      {cardFields.map((field, index) => (
        <div key={field} className={styles.tick} {...(index === 0 && { 'data-first': '' })}>
          <Checkbox
            label={t(`case:card.${field}`)}
            checked={ticked.has(field)}
            onChange={(on) => tick(field, on)}
          />
          {ticked.has(field) && (
            <TextInput
              label={t(`case:card.${field}`)}
              value={words[field] ?? ''}
              maxLength={220}
              onChange={(text) => setWords({ ...words, [field]: text })}
            />
          )}
        </div>
      ))}
      <Checkbox
        label={t('case:photo')}
        checked={photo && file.photo !== null}
        disabled={file.photo === null}
        onChange={setPhoto}
      />
      {asksConsent && (
        <TextInput
          label={t('case:card-consent')}
          hint={t('case:card-consent-hint')}
          value={consent}
          maxLength={80}
          onChange={setConsent}
          error={
            tried && consent.trim() === '' ? refusalText(t, { code: 'search.minor-consent' }) : undefined
          }
        />
      )}
      <Select
        label={t('case:card-to')}
        options={audiences.map((one) => ({ value: one, label: t(`case:card-to.${one}`) }))}
        value={to}
        onChange={setTo}
      />
      <CardPreview card={shown} photo={photo ? file.photo : null} />
      {nothing && <p className="small dim">{t('case:card-nothing')}</p>}
    </SideForm>
  )
}
