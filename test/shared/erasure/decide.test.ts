import { describe, expect, test } from 'vitest'
import { assistantDeciders } from '../../../shared/assistants/decide.ts'
import { mayReadRecord } from '../../../shared/auth/may-see.ts'
import { prune } from '../../../shared/board/prune.ts'
import { erasureDeciders } from '../../../shared/erasure/decide.ts'
import { retentionTerms } from '../../../shared/erasure/parameters.ts'
import { retentionKey } from '../../../shared/kernel/ids.ts'
import { submitted } from '../../kit/application.ts'
import { people } from '../../kit/dispatch-past.ts'
import { forceReported } from '../../kit/force.ts'
import { type GivenContext, type GivenFact, given, noon } from '../../kit/given-when-then.ts'

const { SetAssistantPhoto } = assistantDeciders
const { AskErasure, CarryOutErasure, RefuseErasure, EraseByTerm } = erasureDeciders
const by = (id: string): GivenContext => ({ by: { kind: 'staff', id } })
const status = (reason: string): GivenFact => ({
  type: 'RegistryStatusChanged',
  keys: ['assistant:a1'],
  data: { assistant: 'a1', from: 'ACTIVE', to: 'TERMINATED', reason },
})
const ended = [...people('a1'), status('T1')]
const refused: GivenFact = {
  type: 'ApplicationRefused',
  keys: ['application:f'],
  data: { application: 'f', reason: { text: 'why', digest: 'd' } },
}

describe('erasing what is personal', () => {
  test('RETAIN-200 one asks, another carries it out; the rows that lose their keys stand in the log', () => {
    const scene = given(...ended)
      .when(AskErasure, { person: 'a1' }, by('registrar'))
      .thenTypes('ErasureAsked')
    const [erasure = ''] = scene.board.erasure.keys()
    scene.when(AskErasure, { person: 'a1' }, by('other')).then([])
    scene.when(CarryOutErasure, { erasure }, by('registrar')).then({ code: 'erasure.own-request' })
    scene.when(CarryOutErasure, { erasure }, by('admin')).then([
      {
        type: 'PersonErased',
        keys: [`erasure:${erasure}`, 'assistant:a1'],
        data: { erasure, person: 'a1', rows: ['a1'] },
      },
    ])
    expect(scene.board.assistant.get('a1')?.erasedAt).toBe(noon)
    scene.when(CarryOutErasure, { erasure }, by('admin')).then({ code: 'erasure.ended' })
    scene.when(AskErasure, { person: 'a1' }, by('registrar')).then({ code: 'erasure.done' })
  })

  test('RETAIN-201 of a file its papers and the written reason go too', () => {
    const scene = given(submitted('f'), refused).when(AskErasure, { person: 'f' }, by('registrar'))
    const [erasure = ''] = scene.board.erasure.keys()
    scene.when(CarryOutErasure, { erasure }, by('admin'))
    expect(scene.decision).toMatchObject({ facts: [{ data: { rows: ['f', 'copy', 'why'] } }] })
  })

  test('ATTACK-3 the portrait goes with the person, and after the end none comes any more', () => {
    const portrait: GivenFact = {
      ...{ type: 'AssistantPhotoSet', keys: ['assistant:a1'] },
      data: { assistant: 'a1', photo: 'portrait' },
    }
    const scene = given(...people('a1'), portrait, status('T1')).when(
      AskErasure,
      { person: 'a1' },
      by('registrar'),
    )
    scene.when(SetAssistantPhoto, { assistant: 'a1', photo: 'other' }).then({ code: 'registry.ended' })
    const [erasure = ''] = scene.board.erasure.keys()
    scene.when(CarryOutErasure, { erasure }, by('admin'))
    expect(scene.decision).toMatchObject({ facts: [{ data: { rows: ['a1', 'portrait'] } }] })
    expect(scene.board.assistant.get('a1')?.photo).toBeUndefined()
    for (const photo of ['other', null])
      given(...people('a1'), portrait, status('T6'))
        .when(SetAssistantPhoto, { assistant: 'a1', photo })
        .then({ code: 'registry.frozen', rule: 'T6' })
  })

  test('ATTACK-4 the written reasons of earlier returns go too', () => {
    const due = { lastDay: '2026-04-10', dueAt: noon }
    const returned = (text: string): GivenFact => ({
      ...{ type: 'ApplicationReturned', keys: ['application:f'] },
      data: { application: 'f', reason: { text, digest: 'd' }, due },
    })
    const scene = given(submitted('f'), returned('first'), returned('second'), refused)
    scene.when(AskErasure, { person: 'f' }, by('registrar'))
    const [erasure = ''] = scene.board.erasure.keys()
    scene.when(CarryOutErasure, { erasure }, by('admin'))
    expect(scene.decision).toMatchObject({
      facts: [{ data: { rows: ['f', 'copy', 'first', 'second', 'why'] } }],
    })
  })

  test('RETAIN-202 a standing status, a death and an open report of force hold it back with a sentence', () => {
    const ask = (...past: GivenFact[]) => given(...past).when(AskErasure, { person: 'a1' }, by('registrar'))
    ask(...people('a1')).then({ code: 'erasure.not-ended' })
    ask(...people('a1'), status('T6')).then({ code: 'erasure.frozen', rule: 'T6' })
    ask(...ended, forceReported('r', 'a1')).then({ code: 'erasure.report-open', rule: 'D12' })
    given().when(AskErasure, { person: 'nobody' }, by('registrar')).then({ code: 'erasure.not-ended' })
    const scene = ask(...ended)
    const [erasure = ''] = scene.board.erasure.keys()
    given(scene.board)
      .when(RefuseErasure, { erasure }, by('admin'))
      .thenTypes('ErasureRefused')
      .when(CarryOutErasure, { erasure }, by('admin'))
      .then({ code: 'erasure.ended' })
  })

  test('RETAIN-203 by its term a file is erased once, and not a moment before', () => {
    const erasedAfter = (past: GivenFact[], person: string, now: number) =>
      given(...past).when(EraseByTerm, { person }, { now, by: { kind: 'system', id: 'serik' } })
    const file = [submitted('f'), refused]
    erasedAfter(file, 'f', noon + retentionTerms.refusedFile).then([])
    erasedAfter(file, 'f', noon + retentionTerms.refusedFile + 1)
      .thenTypes('PersonErased')
      .when(EraseByTerm, { person: 'f' }, { now: noon + 2 * retentionTerms.refusedFile })
      .then([])
    erasedAfter(ended, 'a1', noon + retentionTerms.endedFile).then([])
    erasedAfter(ended, 'a1', noon + retentionTerms.endedFile + 1).thenTypes('PersonErased')
    erasedAfter([...people('a1'), status('T6')], 'a1', noon + 2 * retentionTerms.endedFile).then([])
    erasedAfter([submitted('f')], 'f', noon + 9 * retentionTerms.refusedFile).then([])
  })

  test('RETAIN-204 a refused file leaves the board when nothing personal is left of it, who is registered stays', () => {
    const erased = (person: string): GivenFact => ({
      type: 'PersonErased',
      keys: [`application:${person}`],
      data: { erasure: null, person, rows: [person] },
    })
    const long = noon + retentionTerms.erasedOnBoard + 1
    expect(prune(given(submitted('f'), refused).board, long)).not.toContain('application:f')
    expect(prune(given(submitted('f'), refused, erased('f')).board, long)).toContain('application:f')
    expect(prune(given(submitted('a1'), ...ended, erased('a1')).board, long)).not.toContain('application:a1')
  })

  test('RETAIN-205 what the retention has deleted is read by the auditor and the administrator alone', () => {
    const reads = (role: string) => {
      const viewer = {
        ...{ kind: 'staff', account: 'x', police: true },
        grants: [{ role, regions: ['almaty'], operations: [] }],
      }
      return mayReadRecord(given().board, viewer as never, [retentionKey])
    }
    expect(['auditor', 'administrator', 'supervisor', 'duty-officer', 'registrar'].filter(reads)).toEqual([
      'auditor',
      'administrator',
    ])
  })
})
