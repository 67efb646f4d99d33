import { useState } from 'react'
import { coordinatesText } from '../../../shared/city/find-point.ts'
import { closingItems, type Located } from '../../../shared/search/case/case-types.ts'
import { openPanel } from '../../app/desk-state.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { Officer } from '../../operations/Who.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk, useText } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import { Facts, Panel, PanelTitle } from '../../ui/Panel.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import { readLocated } from '../sealed-words.ts'
import styles from '../search.module.css'
import type { SearchBoard } from '../use-search.ts'
import { LocatedReceipts } from './LocatedReceipts.tsx'
import { Numbered } from './Numbered.tsx'

/** After a subject is located: who has acknowledged, what is still to be seen to, and the way out of an error. */
export function LocatedPanel({ search: { operation }, located }: { search: SearchBoard; located: Located }) {
  const { t, time } = useDeskWords()
  const { id } = operation
  const ask = useAsk(`located:${id}`)
  const text = useText(located.sealed)
  const [error, setError] = useState(false)
  if (error)
    return <TakeBack search={operation.id} number={operation.number} onClose={() => setError(false)} />
  const found = text === undefined ? null : readLocated(text)
  const tick = (item: (typeof closingItems)[number], done: boolean) =>
    void ask.give('TickLocated', { operation: id, item, done })
  return (
    <Panel
      actions={
        operation.closedAt === null && (
          <>
            <Button
              kind="primary"
              action="operation.end"
              onPress={() => openPanel({ name: 'end-operation', operation: id })}
            >
              {t('case:end-search')}
            </Button>
            <Button action="undo" onPress={() => setError(true)}>
              {t('case:false-alarm')}
            </Button>
          </>
        )
      }
    >
      <PanelTitle
        above={
          <>
            <span className="num">{operation.number}</span>
            <span className="fill" />
            <span className="small">
              <Officer id={located.by} />
            </span>
          </>
        }
        title={t('search:located-on', { time: time(located.at) })}
      />
      {ask.refused && (
        <div className={styles.said}>
          <Refusal refusal={ask.refused.refusal} />
        </div>
      )}
      {found && (
        <div className={styles.said}>
          <Facts
            nameWidth={120}
            facts={[
              { name: t('case:located-state'), value: found.state && t(`case:located-state.${found.state}`) },
              { name: t('case:located-when'), value: found.foundAt !== null && time(found.foundAt) },
              { name: t('case:located-at'), value: found.at && coordinatesText(found.at) },
              { name: t('case:located-words'), value: found.words },
            ].filter(({ value }) => value)}
          />
          <p className="small dim">{t('case:located-state-hint')}</p>
        </div>
      )}
      <LocatedReceipts operation={id} message={located.message} />
      <SectionHead
        title={t('case:closing')}
        count={t('case:receipts-count', { done: located.ticked.length, of: closingItems.length })}
      />
      <Numbered
        label={t('case:closing')}
        items={closingItems.map((item) => {
          const done = located.ticked.find((one) => one.item === item)
          return {
            id: item,
            title: `${done ? '☑' : '☐'} ${t(`case:closing.${item}`)}`,
            state: done ? (
              <>
                <Officer id={done.by} />, <span className="num">{time(done.at)}</span>
              </>
            ) : (
              '–'
            ),
            onOpen: () => tick(item, !done),
          }
        })}
      />
    </Panel>
  )
}

/** It was somebody else: with a reason, by a new event; nothing is erased. */
function TakeBack({ search, number, onClose }: { search: string; number: number; onClose(): void }) {
  const { t } = useDeskWords()
  const ask = useAsk(`located:${search}`)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)

  async function submit() {
    setTried(true)
    if (reason.trim() === '') return
    const answer = await ask.give('TakeBackLocated', { operation: search, reason })
    if (answer.ok) onClose()
  }
  return (
    <SideForm
      above={<span className="num">{number}</span>}
      title={t('case:false-alarm')}
      submit={t('case:take-back')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <div data-first="">
        <TextInput
          label={t('case:false-alarm-reason')}
          value={reason}
          lines={3}
          maxLength={1000}
          onChange={setReason}
          error={tried && reason.trim() === '' ? refusalText(t, { code: 'typed.missing' }) : undefined}
        />
      </div>
      <p className="small dim">{t('case:false-alarm-hint')}</p>
    </SideForm>
  )
}
