import { useEffect, useState, useSyncExternalStore } from 'react'
import { distance } from '../../shared/i18n/format.ts'
import type { Fix } from '../../shared/kernel/fix.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { type ClueKind, clueKinds, clueText } from '../search/sealed-words.ts'
import { newId } from '../store/new-id.ts'
import { now } from '../ui/clock.ts'
import { Icon } from '../ui/Icons.tsx'
import { BigButton } from '../ui/Phone.tsx'
import { smallPicture } from './clue-photos.ts'
import { comeIntoView } from './come-into-view.ts'
import styles from './field.module.css'
import lane from './lane.module.css'
import { useOutbox, useOwn, usePhone, usePhoneWords } from './use-phone.ts'

interface ClueFormProps {
  operation: Id
  onClose(): void
}

/** A find: what, where, when, a picture. Kept on the phone until the server has it. */
export function ClueForm({ operation, onClose }: ClueFormProps) {
  const { t, language, time } = usePhoneWords()
  const phone = usePhone()
  const own = useOwn()
  // Made here, so that a repeated report is the same find.
  const [clue] = useState(newId)
  const [found, setFound] = useState<{ fix: Fix | null; at: number }>(() => ({
    fix: own,
    at: Math.round(now()),
  }))
  const [kind, setKind] = useState<ClueKind>('item')
  const [words, setWords] = useState('')
  const [image, setImage] = useState<string | null>(null)
  const [noPicture, setNoPicture] = useState(false)
  const [tried, setTried] = useState(false)
  const [given, setGiven] = useState(false)
  // Where it was found is where the form was opened, or the first place known after.
  useEffect(() => {
    if (own) setFound((before) => (before.fix ? before : { ...before, fix: own }))
  }, [own])
  const { fix } = found

  async function photograph(file: File | undefined) {
    if (!file) return
    const picture = await smallPicture(file)
    setNoPicture(picture === null)
    if (picture) setImage(picture)
  }
  async function send() {
    setTried(true)
    if (!fix || words.trim() === '') return
    setGiven(true)
    if (image) await (await phone.photos()).add(clue, image).catch(() => setNoPicture(true))
    const { lat, lng } = fix
    const text = clueText({ kind, words: words.trim() })
    await phone.give('ReportClue', { clue, operation, at: { lat, lng }, text, foundAt: found.at })
  }
  if (given) return <Given clue={clue} onClose={onClose} />
  return (
    <section className={lane.form} aria-label={t('sweep:clue')} ref={comeIntoView}>
      <h2>{t('sweep:clue')}</h2>
      <p>{t('sweep:clue.leave')}</p>
      <fieldset className={lane.choices}>
        <legend className={styles.label}>{t('sweep:clue.kind')}</legend>
        {clueKinds.map((one) => (
          <label key={one}>
            <input type="radio" name="clue-kind" checked={kind === one} onChange={() => setKind(one)} />
            {t(`search:clue.${one}`)}
          </label>
        ))}
      </fieldset>
      <label>
        <span className={styles.label}>{t('sweep:clue.words')}</span>
        <textarea
          className={lane.words}
          value={words}
          maxLength={1_500}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <label className={lane.photo}>
        <input
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => void photograph(event.target.files?.[0])}
        />
        {image && <Icon name="check" size={20} />}
        {t(image ? 'sweep:clue.photo-again' : 'sweep:clue.photo')}
      </label>
      {image && <p role="status">{t('sweep:clue.photo-there')}</p>}
      {noPicture && <p className={styles.out}>{t('sweep:clue.photo-failed')}</p>}
      <p className="num">
        {fix
          ? t('sweep:clue.at', { time: time(found.at), metres: distance(fix.accuracy, language) })
          : t('sweep:clue.no-place')}
      </p>
      <BigButton
        kind="primary"
        icon="arrow-up"
        onPress={() => void send()}
        refused={
          (!fix && t('sweep:clue.no-place')) || (tried && words.trim() === '' && t('sweep:clue.missing'))
        }
      >
        {t('sweep:clue.send')}
      </BigButton>
      <BigButton low onPress={onClose}>
        {t('sweep:clue.cancel')}
      </BigButton>
    </section>
  )
}

/** What has become of the report: still here, or with the desk. A refusal stands with what was not taken. */
function Given({ clue, onClose }: { clue: Id; onClose(): void }) {
  const { t } = usePhoneWords()
  const waits = useOutbox().some(({ envelope }) => (envelope.body as { clue?: Id }).clue === clue)
  return (
    <section className={lane.form} role="status">
      <h2>{t(waits ? 'sweep:clue.waits' : 'sweep:clue.sent')}</h2>
      <p>{t('sweep:clue.leave')}</p>
      <Photos />
      <BigButton low icon="check" onPress={onClose}>
        {t('phone:put-away')}
      </BigButton>
    </section>
  )
}

function Photos() {
  const { t } = usePhoneWords()
  const phone = usePhone()
  const [sender, setSender] = useState<Awaited<ReturnType<typeof phone.photos>> | null>(null)
  useEffect(() => {
    void phone.photos().then(setSender)
  }, [phone])
  const waiting = useSyncExternalStore(sender?.onChange ?? never, () => sender?.waiting() ?? 0)
  return (
    <>
      {waiting > 0 && <p className="num">{t('sweep:clue.photo-kept', { count: waiting })}</p>}
      {sender?.refused() && <p className={styles.out}>{t('sweep:clue.photo-refused')}</p>}
    </>
  )
}

const never = () => () => {}
