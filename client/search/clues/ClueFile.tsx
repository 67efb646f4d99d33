import { useRef, useState } from 'react'
import { coordinatesText, nameOfPoint } from '../../../shared/city/find-point.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import { type Clue, clueVerdicts } from '../../../shared/search/case/case-types.ts'
import type { HttpRefusal } from '../../net/ask-server.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { useCity } from '../../operations/use-city.ts'
import { Officer, Person, UnitName } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useAsk, useEntity, useText } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Facts, Panel, PanelTitle } from '../../ui/Panel.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import styles from '../case/case.module.css'
import { Numbered } from '../case/Numbered.tsx'
import { PhotoButton } from '../case/PhotoButton.tsx'
import { photoAddress } from '../case/photo.ts'
import { readClue } from '../sealed-words.ts'
import { openForm, useSearchDesk } from '../search-desk.ts'
import { CustodyChain } from './CustodyChain.tsx'

/** One clue: what and where, by whom, what it is worth, where it lies, and whether the teams see it. */
export function ClueFile({ operation }: { operation: Operation }) {
  const { t } = useDeskWords()
  const clue = useEntity(
    'clue',
    useSearchDesk((desk) => desk.clue),
  )
  const ask = useAsk(`clue:${clue?.id ?? ''}`)
  const [refused, setRefused] = useState<HttpRefusal | null>(null)
  const photo = useRef<HTMLInputElement>(null)
  const fault = refused ?? ask.refused?.refusal
  const open = operation.closedAt === null
  if (!clue) return <Empty>{t('search:no-clues')}</Empty>
  const verdict = clue.assessed?.verdict ?? 'none'
  const items = [
    ...clueVerdicts.map((one) => ({
      id: one,
      title: t(`search:verdict.${one}`),
      state: clue.assessed?.verdict === one ? <Assessed clue={clue} /> : '–',
      onOpen: () => void ask.give('AssessClue', { clue: clue.id, verdict: one }),
    })),
    {
      id: 'custody',
      title: t('case:custody-add'),
      state: String(clue.custody.length),
      onOpen: () => openForm('clue-custody'),
    },
    clue.released
      ? {
          id: 'withdraw',
          title: t('case:clue-withdraw'),
          state: t('search:clue-released'),
          onOpen: () => void ask.give('WithdrawClue', { clue: clue.id }),
        }
      : {
          id: 'release',
          title: t('case:clue-release'),
          state: t('search:clue-hidden'),
          onOpen: () => openForm('clue-release'),
        },
    ...(clue.photo
      ? []
      : [
          {
            id: 'photo',
            title: t('case:clue-photo-add'),
            state: t('case:photo-hint'),
            onOpen: () => photo.current?.click(),
          },
        ]),
  ]
  return (
    <Panel
      actions={
        <>
          {!clue.photo && open && (
            <PhotoButton
              of={{ clue: clue.id }}
              label={t('case:clue-photo-add')}
              opener={photo}
              onRefused={setRefused}
            />
          )}
          <span className="fill" />
          <Button action="close" onPress={() => openForm(null)}>
            {t('ui:close')}
          </Button>
        </>
      }
    >
      <PanelTitle
        above={
          <>
            <span className="num">{operation.number}</span>
            <span className="fill" />
            <span className="small">{t(`search:verdict.${verdict}`)}</span>
          </>
        }
        title={t('case:clue-title', { number: clue.number })}
      />
      <div className={styles.stack}>
        {fault && <Refusal refusal={fault} />}
        <ClueFacts clue={clue} />
        {clue.photo && (
          <img className={styles.photo} src={photoAddress(clue.photo.id)} alt={t('case:photo-of-clue')} />
        )}
      </div>
      {open && (
        <>
          <SectionHead title={t('case:actions')} />
          <Numbered label={t('case:actions')} items={items} />
        </>
      )}
      <SectionHead title={t('case:custody')} count={clue.custody.length} />
      <CustodyChain clue={clue} />
    </Panel>
  )
}

function Assessed({ clue: { assessed } }: { clue: Clue }) {
  const { time } = useDeskWords()
  if (!assessed) return null
  return (
    <>
      <Officer id={assessed.by} />, <span className="num">{time(assessed.at)}</span>
    </>
  )
}

function ClueFacts({ clue }: { clue: Clue }) {
  const { t, language, time } = useDeskWords()
  const city = useCity()
  const text = useText(clue.sealed)
  const said = text === undefined ? null : readClue(text)
  return (
    <>
      <p className="strong">{said?.words}</p>
      <Facts
        nameWidth={110}
        facts={[
          { name: t('search:clue-kind'), value: said?.kind && t(`search:clue.${said.kind}`) },
          { name: t('case:clue-found'), value: <span className="num">{time(clue.foundAt)}</span> },
          { name: t('case:clue-by'), value: <Finder clue={clue} /> },
          {
            name: t('case:clue-where'),
            value: said && (nameOfPoint(city, said.at, language) ?? coordinatesText(said.at)),
          },
        ].filter(({ value }) => value)}
      />
    </>
  )
}

function Finder({ clue: { finder } }: { clue: Clue }) {
  const { t } = useDeskWords()
  if (finder.kind === 'citizen') return <>{t('case:clue-citizen')}</>
  if (finder.kind === 'unit') return <UnitName id={finder.id} />
  return finder.kind === 'assistant' ? <Person id={finder.id} /> : <Officer id={finder.id} />
}
