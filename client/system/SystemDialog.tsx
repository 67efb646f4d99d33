import type { ReactNode } from 'react'
import { number } from '../../shared/i18n/format.ts'
import { type Level, type Limited, levelOf, limitedFigures } from '../../shared/system/limits.ts'
import type { NodeFigures, SystemState } from '../../shared/system/types.ts'
import { useDeskWords } from '../operations/words.ts'
import { classes } from '../ui/class-names.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Figure, Figures } from '../ui/Panel.tsx'
import { useWords } from '../ui/words.ts'
import { figureText, limitText } from './figure-text.ts'
import { LevelMark } from './LevelMark.tsx'
import styles from './system.module.css'
import { useSystem } from './use-system.ts'

const rows = ['append', 'commands', 'fixToDesk', 'loopLag', 'framesDropped', 'relayAge', 'diskTaken'] as const
const names = {
  append: 'system:append',
  commands: 'system:commands',
  fixToDesk: 'system:fixToDesk',
  loopLag: 'system:loopLag',
  framesDropped: 'system:framesDropped',
  relayAge: 'system:relayAge',
  diskTaken: 'system:disk',
} as const satisfies Record<Limited, string>

const storeWords = (fault: NodeFigures['store']) =>
  fault === null ? ('system:store.fine' as const) : (`system:${fault}` as const)

/** The few figures that say whether the servers keep up, per node, with their limits beside them. */
export function SystemDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const { state, stale } = useSystem()
  return (
    <Dialog title={t('system:title')} open onClose={onClose} width={1000}>
      {state ? <State state={state} stale={stale} /> : <p role="status">{t('system:asking')}</p>}
    </Dialog>
  )
}

function State({ state: { at, nodes }, stale }: { state: SystemState; stale: boolean }) {
  const { t, language, time } = useDeskWords()
  const answered = nodes.flatMap(({ figures }) => figures ?? [])
  const sum = (of: 'desks' | 'devices') =>
    number(
      answered.reduce((total, figures) => total + figures[of], 0),
      language,
    )
  return (
    <div className={styles.all}>
      <Verdict nodes={nodes} />
      {stale && (
        <p className="amber" role="status">
          {t('system:stale', { time: time(at) })}
        </p>
      )}
      <Figures>
        <Figure value={sum('desks')}>{t('system:desks')}</Figure>
        <Figure value={sum('devices')}>{t('system:phones')}</Figure>
        <Figure value={number(nodes.length, language)}>{t('system:nodes')}</Figure>
      </Figures>
      <div className={styles.scroll}>
        <table className={styles.figures}>
          <thead>
            <tr>
              <th className={styles.name}>{t('system:figure')}</th>
              {nodes.map(({ name, own }) => (
                <th key={name}>{t(own ? 'system:node-own' : 'system:node', { name })}</th>
              ))}
              <th className={styles.limit}>{t('system:limit')}</th>
            </tr>
          </thead>
          <tbody>
            <Row name={t('system:desks')} nodes={nodes} cell={({ desks }) => number(desks, language)} />
            <Row name={t('system:phones')} nodes={nodes} cell={({ devices }) => number(devices, language)} />
            <Row
              name={t('system:store')}
              nodes={nodes}
              cell={({ store }) => t(storeWords(store))}
              level={({ store }) => (store === null ? 'fine' : 'bad')}
              limit={t('system:store-limit')}
            />
            {rows.map((of) => (
              <Row
                key={of}
                name={t(names[of])}
                nodes={nodes}
                cell={(figures) => figureText({ t, language }, of, figures)}
                level={(figures) => levelOf(of, limitedFigures(figures)[of])}
                limit={<Limits of={of} />}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="dim small">{t('system:lead')}</p>
    </div>
  )
}

/** In one sentence, so that nobody has to read the table to know that nothing is wrong. */
function Verdict({ nodes }: { nodes: SystemState['nodes'] }) {
  const { t } = useWords()
  const levels = nodes.flatMap(({ figures }): Level[] =>
    figures === null
      ? ['bad']
      : [
          figures.store === null ? 'fine' : 'bad',
          ...rows.map((of) => levelOf(of, limitedFigures(figures)[of])),
        ],
  )
  const beyond = levels.filter((level) => level !== 'fine')
  const worst = beyond.includes('bad') ? 'bad' : beyond.length > 0 ? 'late' : null
  return (
    <p className={classes('flow', 'strong', worst && styles[worst])} role="status">
      {worst && <LevelMark level={worst} />}
      {worst ? t('system:beyond', { count: beyond.length }) : t('system:all-fine')}
    </p>
  )
}

interface RowProps {
  name: string
  nodes: SystemState['nodes']
  cell(figures: NodeFigures): string
  level?(figures: NodeFigures): Level
  limit?: ReactNode
}

function Row({ name, nodes, cell, level, limit }: RowProps) {
  const { t } = useWords()
  return (
    <tr>
      <th scope="row">{name}</th>
      {nodes.map(({ name: node, figures }) => {
        const of: Level = figures === null ? 'bad' : (level?.(figures) ?? 'fine')
        return (
          <td key={node} className={classes('num', of !== 'fine' && styles[of])}>
            {of !== 'fine' && <LevelMark level={of} label={t(`system:level.${of}`)} />}
            {figures === null ? t('system:no-answer') : cell(figures)}
          </td>
        )
      })}
      <td className="dim num">{limit}</td>
    </tr>
  )
}

function Limits({ of }: { of: Limited }) {
  const words = useWords()
  return (
    <span className={styles.limits}>
      {(['late', 'bad'] as const).map((level) => (
        <span key={level}>
          <LevelMark level={level} label={words.t(`system:level.${level}`)} /> {limitText(words, of, level)}
        </span>
      ))}
    </span>
  )
}
