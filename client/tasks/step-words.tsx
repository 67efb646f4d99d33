import type { Translate } from '../../shared/i18n/keys.ts'
import { chain, type Link, type Step } from '../../shared/tasks/types.ts'
import { StepChain } from '../ui/Marks.tsx'
import { Age, Countdown } from '../ui/Times.tsx'
import { useWords } from '../ui/words.ts'

/** Milliseconds on the way after which somebody counts as late, when the place has no meeting time. */
const lateAfter = 15 * 60_000

/** Where a link stands on the chain; a broken one stands where it broke. */
export function placeOnChain({ step, heldFrom, before }: Pick<Link, 'step' | 'heldFrom' | 'before'>): number {
  const of = (one: Step | undefined) => (chain as readonly string[]).indexOf(one ?? '')
  const own = of(step)
  if (own >= 0) return own
  return Math.max(0, of(step === 'hold' ? heldFrom : before))
}

export function chainState(
  link: Pick<Link, 'step' | 'since'>,
  now: number,
  meetsAt: number | null,
): 'fine' | 'late' | 'held' | 'broken' {
  switch (link.step) {
    case 'hold':
      return 'held'
    case 'declined':
    case 'expired':
    case 'recalled':
    case 'stood-down':
      return 'broken'
    case 'accepted':
    case 'en-route':
      return now > (meetsAt ?? link.since + lateAfter) ? 'late' : 'fine'
    default:
      return 'fine'
  }
}

export const stepWord = (t: Translate, step: Step): string => t(`terms:step.${step}`)

interface StepMarkProps {
  link: Link & { offer?: { expiresAt: number } }
  state: 'fine' | 'late' | 'held' | 'broken'
  /** The step asked for whose event is not back yet. */
  asked?: Step
}

/** The chain with the word and the time in this step; an offer counts down. */
export function StepMark({ link, state, asked }: StepMarkProps) {
  const { t } = useWords()
  const word = stepWord(t, link.step)
  const wanted = asked === undefined ? -1 : (chain as readonly string[]).indexOf(asked)
  return (
    <span style={{ display: 'inline-flex', flexDirection: 'column', alignItems: 'flex-end' }}>
      <StepChain
        length={chain.length}
        at={placeOnChain(link)}
        state={state}
        label={state === 'late' ? `${word}, ${t('tasks:late')}` : word}
        {...(wanted >= 0 && { asked: wanted })}
      />
      <span className={state === 'fine' ? 'small dim' : 'small amber'}>
        {word}
        {link.step === 'hold' && link.heldBy && link.heldBy !== 'desk' ? ` ${link.heldBy}` : ''}{' '}
        <span className="strong num">
          {link.step === 'offered' && link.offer ? (
            <Countdown until={link.offer.expiresAt} />
          ) : (
            <Age since={link.since} />
          )}
        </span>
      </span>
    </span>
  )
}
