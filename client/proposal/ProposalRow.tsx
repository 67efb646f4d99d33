import { travelTime, withUnit } from '../../shared/i18n/format.ts'
import type { ProposedTeam } from '../../shared/pairing/proposal.ts'
import { taskAt } from '../../shared/tasks/links.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { People, Person, UnitName } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useAsk, useBoard, useEntity } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { classes } from '../ui/class-names.ts'
import { Keycap } from '../ui/Keycap.tsx'
import type { ActionId } from '../ui/keys.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import type { Alternative, Part } from './parts.ts'
import styles from './proposal.module.css'
import { rowOf } from './send-team.ts'

interface ProposalRowProps {
  team: ProposedTeam
  number: number
  /** Seconds of the row that takes longest; the bar's full length. */
  longest: number
  where: string
  state: 'sent' | 'requested' | null
  selected: boolean
  onChoose(): void
  parts: readonly Part[]
  part: number
  onPart(part: number): void
  others: readonly Alternative[]
  onReplace(other: Alternative): void
}

const replaceKeys: readonly ActionId[] = ['row.replace', 'row.replace-second', 'row.replace-third']
const letters = ['A', 'B', 'C']

export function ProposalRow(props: ProposalRowProps) {
  const { team, number, longest, where, state, selected, onChoose, parts, part, onPart, others, onReplace } =
    props
  const { t, language } = useDeskWords()
  const place = useEntity('place', team.place)
  const ask = useAsk(rowOf(team.place))
  const can = useBoard(
    (board) =>
      team.members
        .flatMap(({ assistant }) => board.assistant.get(assistant)?.skills ?? [])
        .filter((skill) => skill !== 'female' && skill !== 'male'),
    sameItems,
    'assistant',
  )
  const standing = useBoard((board) => taskAt(board, team.place)?.unit ?? null, Object.is, 'task')
  if (!place) return null
  const { unit, members, unfilled } = team
  const leads = unit?.id ?? standing
  const seconds = Math.max(unit?.arrive ?? 0, ...members.map(({ arrive }) => arrive))
  const asked = [...new Set(members.flatMap((member) => member.skills))]
  const skills = [...new Set([...asked, ...can])]
  const rests = members.flatMap(({ restHours }) => (restHours === null ? [] : [restHours]))
  const little = members.some(({ penalties }) => (penalties['little-rest'] ?? 0) > 0)
  const stale = members.some(({ penalties }) => (penalties['stale-fix'] ?? 0) > 0)
  const pinned = unit?.pinned || members.some((member) => member.pinned)
  return (
    <div className={selected ? styles.selected : undefined}>
      <div className={styles.row} aria-current={selected || undefined}>
        <Keycap parts={[String(number)]} />
        <div className="clip">
          <button
            type="button"
            className={classes(styles.choose, 'clip')}
            onClick={onChoose}
            aria-expanded={selected}
          >
            {place.letter} · {place.name}
          </button>
          <div className={classes(styles.second, 'clip')}>{where}</div>
        </div>
        <div className="clip">
          <div className="clip flow">
            <b>{leads ? <UnitName id={leads} /> : t('proposals:no-unit')}</b>
            {!unit && leads && <Chip>{t('proposals:to-running-task')}</Chip>}
            {pinned && <Chip>{t('proposals:by-hand')}</Chip>}
            {state && <Chip tone={state === 'sent' ? 'fact' : 'advice'}>{t(`proposals:${state}`)}</Chip>}
            {ask.sending.length > 0 && <Chip tone="advice">{t('proposals:sending')}</Chip>}
          </div>
          <div className={classes(styles.second, 'clip')}>
            <People ids={members.map(({ assistant }) => assistant)} />
            {unfilled.length > 0 && (
              <span className="amber">
                {members.length > 0 && ', '}
                <AlarmMark level={2} size={11} /> {t('proposals:unfilled', { count: unfilled.length })}
              </span>
            )}
          </div>
        </div>
        <div className="flow">
          <span className={styles.bar} aria-hidden="true">
            <i style={{ width: `${longest > 0 ? (seconds / longest) * 100 : 0}%` }} />
          </span>
          <span className="num strong">{travelTime(seconds * 1000, language)}</span>
        </div>
        <div className={classes(styles.second, styles.skills, styles.wide)}>
          {skills.map((skill) => t(`terms:skill.${skill}`)).join(', ')}
          {stale && (
            <>
              {skills.length > 0 && ', '}
              {t('proposals:stale-fix')}
            </>
          )}
        </div>
        <div className={classes(styles.second, styles.wide, 'right')}>
          {rests.length > 0 ? (
            <span className="num">{withUnit(Math.floor(Math.min(...rests)), 'h', language)}</span>
          ) : (
            members.length > 0 && t('proposals:rested')
          )}
          {little && (
            <div className="amber">
              <AlarmMark level={2} size={11} /> {t('proposals:little-rest')}
            </div>
          )}
        </div>
      </div>
      {ask.refused && (
        <div className={styles.refused}>
          <Refusal refusal={ask.refused.refusal} />
        </div>
      )}
      {selected && state === null && (
        <div className={styles.others}>
          <div className="flow" style={{ flexWrap: 'wrap' }}>
            <span className="dim">{t('proposals:replace-whom')}</span>
            <Keycap parts={['S']} />
            {parts.map((one, index) => (
              <button
                key={one.kind === 'unit' ? 'unit' : one.slot}
                type="button"
                className={classes(styles.part, index === part && styles.aimed)}
                aria-pressed={index === part}
                onClick={() => onPart(index)}
              >
                <PartName part={one} />
              </button>
            ))}
          </div>
          {others.length === 0 && <p className="dim">{t('proposals:nobody-else')}</p>}
          {others.map((other, index) => (
            <div key={other.id} className={styles.other}>
              <Button action={replaceKeys[index]} onPress={() => onReplace(other)}>
                {other.kind === 'unit' ? <UnitName id={other.id} /> : <Person id={other.id} short />}
              </Button>
              <span className="dim clip">
                {other.sentTo ? <SentTo place={other.sentTo} /> : t('proposals:free-now')}
              </span>
              <span className="num right">
                {other.extra >= 0 ? '+' : '−'}
                {travelTime(Math.abs(other.extra) * 1000, language)}
                <span className="unseen">{letters[index]}</span>
              </span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

function PartName({ part }: { part: Part }) {
  const { t } = useDeskWords()
  if (part.kind === 'unit') return part.unit ? <UnitName id={part.unit} /> : t('proposals:no-unit')
  return part.assistant ? (
    <Person id={part.assistant} short />
  ) : (
    t('proposals:empty-slot', { slot: part.slot + 1 })
  )
}

function SentTo({ place }: { place: string }) {
  const { t } = useDeskWords()
  const letter = useEntity('place', place)?.letter ?? ''
  return <>{t('proposals:proposed-for', { letter })}</>
}
