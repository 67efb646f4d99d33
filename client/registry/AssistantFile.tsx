import { useState } from 'react'
import { rechecksOpen } from '../../shared/assistants/rechecks.ts'
import { registryEnded } from '../../shared/assistants/registry.ts'
import type { Assistant } from '../../shared/assistants/types.ts'
import { mayEnrol } from '../../shared/auth/may-give.ts'
import { hasRole } from '../../shared/auth/viewer.ts'
import { windowEnd } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { regionName } from '../app/region-name.ts'
import { maySend, useStaff, viewerOf } from '../app/staff-session.ts'
import type { HttpRefusal } from '../net/ask-server.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useBoard, useEntity, useLink, useName, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Empty, Facts, Panel, PanelTitle } from '../ui/Panel.tsx'
import { AddTracker } from './AddTracker.tsx'
import { type Change, ChangeStatus } from './ChangeStatus.tsx'
import { Devices } from './Devices.tsx'
import { EnrolPhone } from './EnrolPhone.tsx'
import { ErasureBlock } from './ErasureBlock.tsx'
import { FileHistory } from './FileHistory.tsx'
import { HoursOpener } from './HoursOpener.tsx'
import { IssueCard } from './IssueCard.tsx'
import { Lapse } from './Lapse.tsx'
import { type PapersChange, PapersList } from './PapersList.tsx'
import { PermitRegion } from './PermitRegion.tsx'
import { Portrait } from './Portrait.tsx'
import { Rechecks } from './Rechecks.tsx'
import { RecordTraining } from './RecordTraining.tsx'
import { StandingList } from './StandingList.tsx'

/** One person's file: how the registration stands, the rules, devices and what has happened. */
export function AssistantFile({ id }: { id: Id }) {
  const { t, offset } = useDeskWords()
  const assistant = useEntity('assistant', id)
  const name = useName(id)
  const viewer = viewerOf(useStaff())
  const [open, setOpen] = useState<'phone' | 'tracker' | Change | PapersChange | null>(null)
  if (!assistant) return <Empty>{t('registry:gone')}</Empty>
  const { callSign, status, region, skills, shift } = assistant
  const close = () => setOpen(null)
  const ended = registryEnded.has(status)
  const registers = hasRole(viewer, ['registrar', 'police-reviewer', 'auditor'])
  const papers = registers && <PapersList assistant={assistant} onOpen={setOpen} />
  const about = { holder: { kind: 'assistant' as const, id }, name: name ?? callSign, onClose: close }
  return (
    <>
      <Panel actions={<FileActions assistant={assistant} onOpen={setOpen} />}>
        <PanelTitle
          above={
            <>
              <span className="num">{callSign}</span>
              <span className="clip">{t('terms:role.assistant')}</span>
              <span className="fill" />
              {status !== 'ACTIVE' && <AlarmMark level={2} size={16} />}
              <Chip>{t(`terms:registry.${status}`)}</Chip>
            </>
          }
          title={name ?? callSign}
        >
          <Facts
            facts={[
              { name: t('registry:region'), value: regionName(t, region) },
              {
                name: t('registry:skills'),
                value: skills.map((skill) => t(`terms:skill.${skill}`)).join(', ') || t('registry:none'),
              },
              {
                name: t('registry:shift'),
                value: bookedOn(shift)
                  ? t('registry:on-duty-until', { time: windowEnd(shift.to, offset) })
                  : t('terms:status.off-duty'),
              },
              { name: t('registry:phone-number'), value: <PhoneNumber id={id} /> },
            ]}
          />
        </PanelTitle>
        <Lapse assistant={assistant} />
        <ErasureBlock person={id} erasedAt={assistant.erasedAt} over={status === 'TERMINATED'} />
        {status === 'SUSPENDED' && registers && <Rechecks assistant={assistant} />}
        {ended && papers}
        <StandingList assistant={assistant} />
        {!ended && papers}
        <HoursOpener assistant={assistant} name={about.name} />
        {registers && <Portrait assistant={assistant} />}
        <Devices holder={about.holder} />
        <FileHistory kind="assistant" id={id} />
      </Panel>
      {open === 'phone' && <EnrolPhone {...about} />}
      {open === 'tracker' && <AddTracker {...about} />}
      {(open === 'suspend' || open === 'reinstate' || open === 'end') && (
        <ChangeStatus change={open} assistant={id} status={status} name={about.name} onClose={close} />
      )}
      {open === 'card' && <IssueCard id={id} name={about.name} again={status === 'ACTIVE'} onClose={close} />}
      {open === 'training' && <RecordTraining id={id} name={about.name} onClose={close} />}
      {open === 'permit' && <PermitRegion id={id} name={about.name} onClose={close} />}
    </>
  )
}

/** Read on request only: each look stands in the record of reading. */
function PhoneNumber({ id }: { id: Id }) {
  const { t } = useDeskWords()
  const { connection } = useStore()
  const [phone, setPhone] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  async function look() {
    const read = await connection.read({ kind: 'person', assistant: id })
    if (read.ok) setPhone(read.answer.phone ?? t('registry:no-number'))
    else setRefusal(read)
  }
  if (phone !== null) return <span className="num strong">{phone}</span>
  return (
    <>
      <Button action="file.open" onPress={() => void look()}>
        {t('registry:show-number')}
      </Button>
      <span className="dim small">{t('registry:recorded')}</span>
      {refusal && <Refusal refusal={refusal} />}
    </>
  )
}

interface FileActionsProps {
  assistant: Assistant
  onOpen(what: 'phone' | 'tracker' | Change): void
}

function FileActions({ assistant: { id, status }, onOpen }: FileActionsProps) {
  const { t } = useDeskWords()
  const session = useStaff()
  const { up } = useLink()
  const { board } = useStore()
  const may = {
    enrol: mayEnrol(board.board, viewerOf(session), { kind: 'assistant', id }),
    suspend: maySend(session, board.board, 'SuspendAssistant', { assistant: id, reason: 'check' }),
    reinstate: maySend(session, board.board, 'ReinstateAssistant', { assistant: id }),
    end: maySend(session, board.board, 'EndAssistant', { assistant: id, reason: 'T1' }),
  }
  const rechecks = useBoard((now) => rechecksOpen(now, id).join(', '))
  const why = !up && t('registry:no-link')
  const notReady = rechecks !== '' && t('refusals:registry.recheck-open', { rules: rechecks })
  const ended = status !== 'ACTIVE' && status !== 'SUSPENDED' && status !== 'REGISTERED'
  if (ended) return <span className="dim">{t('registry:file-closed')}</span>
  return (
    <>
      {may.enrol && (
        <>
          <Button kind="primary" action="confirm" onPress={() => onOpen('phone')} refused={why}>
            {t('registry:enrol-phone')}
          </Button>
          <Button onPress={() => onOpen('tracker')} refused={why}>
            {t('registry:add-tracker')}
          </Button>
        </>
      )}
      {may.suspend && status === 'ACTIVE' && (
        <Button onPress={() => onOpen('suspend')} refused={why}>
          {t('registry:suspend')}
        </Button>
      )}
      {may.reinstate && status === 'SUSPENDED' && (
        <Button onPress={() => onOpen('reinstate')} refused={why || notReady}>
          {t('registry:reinstate')}
        </Button>
      )}
      {may.end && (
        <Button onPress={() => onOpen('end')} refused={why}>
          {t('registry:end')}
        </Button>
      )}
      {!may.enrol && !may.suspend && !may.reinstate && !may.end && (
        <span className="dim">{t('registry:only-look')}</span>
      )}
    </>
  )
}
