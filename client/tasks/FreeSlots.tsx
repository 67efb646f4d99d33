import { useEffect, useState } from 'react'
import { travelTime } from '../../shared/i18n/format.ts'
import type { Id, Key } from '../../shared/kernel/ids.ts'
import type { Place } from '../../shared/operations/types.ts'
import type { ProposedMember } from '../../shared/pairing/proposal.ts'
import { isLive } from '../../shared/tasks/links.ts'
import { slotIsFree } from '../../shared/tasks/offers.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { Person } from '../operations/Who.tsx'
import { useAsk, useBoard, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../ui/words.ts'
import styles from './tasks.module.css'

interface Next {
  members: ProposedMember[]
  seen: Record<Key, number>
}

/** Slots that fell free (or never had anybody): for each the next best person, and one key that sends the offer. */
export function FreeSlots({ task, place }: { task: Task; place: Place }) {
  const { t, language } = useWords()
  const session = useStaff()
  const { up } = useLink()
  const free = place.slots.map((_, slot) => slot).filter((slot) => slotIsFree(task, slot))
  const may = useBoard((board) => maySend(session, board, 'RecallTask', { task: task.id }))
  const { give, sending } = useAsk(`task:${task.id}`)
  const wanted = may && up && free.length > 0 && isLive(task.unitLink)
  const next = useNextFor(wanted ? { operation: task.operation, place: place.id } : null, free.join())
  if (free.length === 0) return null
  const proposed = next?.members ?? []

  function offer({ assistant, slot }: ProposedMember) {
    const { seen = {} } = next ?? {}
    const key: Key = `assistant:${assistant}`
    void give(
      'OfferSlot',
      { task: task.id, assistant, slot },
      seen[key] === undefined ? {} : { seen: { [key]: seen[key] } },
    )
  }
  return (
    <>
      <SectionHead title={t('tasks:free-slots')} count={free.length} />
      {free.map((slot) => {
        const member = proposed.find((one) => one.slot === slot)
        const skill = place.slots[slot]?.skill
        return (
          <div key={slot} className={styles.line}>
            <Chip tone="advice">{t('tasks:slot', { slot: slot + 1 })}</Chip>
            {skill && <span className="dim">{t(`terms:skill.${skill}`)}</span>}
            {member ? (
              <>
                <b>
                  <Person id={member.assistant} />
                </b>
                <span className="num dim">{travelTime(member.arrive * 1000, language)}</span>
                <span className="fill" />
                <Button
                  kind={member === proposed[0] ? 'primary' : 'normal'}
                  action={member === proposed[0] ? 'confirm' : undefined}
                  refused={sending.length > 0 && t('desk:sending')}
                  onPress={() => offer(member)}
                >
                  {t('tasks:offer')}
                </Button>
              </>
            ) : (
              <span className="dim">
                {t(next === null && wanted ? 'tasks:looking' : 'tasks:nobody-fits')}
              </span>
            )}
          </div>
        )
      })}
    </>
  )
}

/** Asked again when the free slots change, and each ten seconds: people move. */
function useNextFor(where: { operation: Id; place: Id } | null, freeSlots: string): Next | null {
  const store = useStore()
  const [answer, setAnswer] = useState<Next | null>(null)
  const operation = where?.operation
  const placeId = where?.place
  // biome-ignore lint/correctness/useExhaustiveDependencies: other free slots are another question
  useEffect(() => {
    setAnswer(null)
    if (!operation || !placeId) return
    let current = true
    const ask = async () => {
      const read = await store.connection.read({ kind: 'proposal', operation, places: [placeId] })
      if (!current || !read.ok) return
      const team = read.answer.teams.find((one) => one.place === placeId)
      setAnswer({ members: team?.members ?? [], seen: read.answer.seen })
    }
    void ask()
    const timer = setInterval(() => void ask(), 10_000)
    return () => {
      current = false
      clearInterval(timer)
    }
  }, [store, operation, placeId, freeSlots])
  return answer
}
