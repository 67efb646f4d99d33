import { describe, expect, it } from 'vitest'
import { complete } from '../../../client/command-line/complete.ts'
import { phrases } from '../../../client/command-line/verbs.ts'
import type { Proposal } from '../../../shared/pairing/proposal.ts'
import {
  bookedOn,
  opened,
  people,
  planned,
  reached,
  registered,
  requested,
  sent,
  units,
} from '../../kit/dispatch-past.ts'
import { noon } from '../../kit/given-when-then.ts'
import { contextOf } from './context-of.ts'

const names = { a1: 'Ахметова Айгерим', a2: 'Сериков Данияр', a3: 'Ким Ольга' }
const field = [
  ...units('u1', 'u2'),
  ...people('a1', 'a2', 'a3'),
  opened('op'),
  planned('post', 'op', { letter: 'А', name: 'Курмангазы' }),
  planned('gate', 'op', { letter: 'Б', name: 'Масанчи' }),
]
const running = [
  ...field,
  sent('t3', { members: ['a1', 'a2'], number: 3 }),
  ...reached('t3', 'en-route', { unit: 'u1' }, { assistant: 'a1' }, { assistant: 'a2' }),
]

const lines = (text: string, context = contextOf(running, names)) =>
  complete(text, context).map(({ line, refused }) => (refused ? `× ${line}` : line))
const first = (text: string, context = contextOf(running, names)) => complete(text, context)[0]

describe('completions', () => {
  it('CMD-8 a step by radio is offered for the unit first, then for each of its people', () => {
    expect(lines('3 на')).toEqual(['3 на месте', '3 на месте Ахметова А.', '3 на месте Сериков Д.'])
    expect(first('3 на')).toMatchObject({
      does: 'U1: на месте, по радио',
      act: { kind: 'give', type: 'TakeStep', body: { task: 't3', party: { unit: 'u1' }, to: 'on-scene' } },
    })
  })

  it('CMD-9 the words behind the verb pick one person, by name or call sign', () => {
    expect(lines('отпустить 3 ахм')).toEqual(['отпустить 3 Ахметова А.'])
    expect(lines('stand down 3 a2')).toEqual(['stand down 3 A2'])
    expect(lines('отпустить Ахметова А.')).toEqual(['отпустить 3 Ахметова А.'])
  })

  it('CMD-10 what cannot run stays below what can, with the rule or the reason', () => {
    const context = contextOf([...running, registered('u9')], names)
    expect(lines('3 сменить наряд', context)).toEqual(['3 сменить наряд U2', '× 3 сменить наряд U9'])
    expect(complete('3 сменить наряд u9', context)[0]?.refused).toMatchObject({
      code: 'unit.off-duty',
      params: { unit: 'U9' },
    })
    expect(first('3 принял')?.refused).toMatchObject({ because: 'Это ничего не изменит.' })
  })

  it('CMD-11 only what the viewer may do can run', () => {
    const auditor = contextOf(running, names, { role: 'auditor' })
    for (const text of ['3 отозвать', '3 на месте', 'новое место', 'запись слово', 'перекличка'])
      expect(first(text, auditor)?.refused, text).toMatchObject({ code: 'command.forbidden' })
    expect(first('3 задача', auditor)?.refused).toBeUndefined()
  })

  it('CMD-12 only police turn a request into an order (D4); who asked may take it back', () => {
    const past = [...field, requested('t4', { members: ['a1'], number: 4 })]
    expect(first('утвердить', contextOf(past, names))).toMatchObject({
      line: 'утвердить 4',
      act: { type: 'ApproveTask', body: { task: 't4' }, seen: ['task:t4'] },
    })
    const coordinator = contextOf(past, names, { police: false, role: 'event-coordinator' })
    expect(first('утвердить', coordinator)?.refused).toMatchObject({
      code: 'gate.NO_POLICE_ORDER',
      rule: 'D4',
    })
    const self = { ...coordinator, viewer: { ...coordinator.viewer, account: 'coordinator' } }
    expect(first('отказать', self)?.refused).toBeUndefined()
  })

  it('CMD-13 a place is sent the team that was computed for it and stands in the second column', () => {
    expect(lines('отправить')).toEqual(['× отправить А', '× отправить Б'])
    const team = {
      place: 'gate',
      unit: { id: 'u2', arrive: 110, metres: 600, restHours: null, skills: [], penalties: {}, pinned: false },
      members: [
        {
          assistant: 'a3',
          slot: 0,
          arrive: 200,
          metres: 215,
          restHours: null,
          skills: [],
          penalties: {},
          pinned: false,
        },
      ],
      unfilled: [1],
      alternatives: { units: [], members: [] },
    }
    const proposal = { operation: 'op', teams: [team], seen: {} } as unknown as Proposal
    const context = contextOf(running, names, { proposal })
    expect(first('отправить', context)).toMatchObject({
      line: 'отправить Б',
      does: 'U2, Ким О., 3:20 пути',
      act: { kind: 'send', team },
    })
    expect(complete('отправить А', context)[0]?.refused).toMatchObject({ code: 'place.has-task' })
  })

  it('CMD-14 a message goes to the team of the number, else to everybody in the operation', () => {
    expect(first('3 сообщение Держитесь вместе')).toMatchObject({
      line: '3 сообщение Держитесь вместе',
      act: { type: 'SendMessage', body: { kind: 'text', task: 't3', text: 'Держитесь вместе' } },
    })
    expect(first('сообщение 3 Стоп')?.act).toMatchObject({ body: { task: 't3', text: 'Стоп' } })
    expect(first('сообщение Всем стоп')?.act).toMatchObject({ body: { task: null, text: 'Всем стоп' } })
    expect(first('сообщение')?.act).toMatchObject({ kind: 'dialog' })
  })

  it('CMD-15 a person is moved to another task by name and number', () => {
    const context = contextOf(
      [...running, sent('t5', { place: 'gate', unit: 'u2', members: ['a3'], number: 5 })],
      names,
    )
    expect(first('перевести ахм 5', context)).toMatchObject({
      line: 'перевести Ахметова А. 5',
      act: { type: 'MoveMember', body: { from: 't3', to: 't5', assistant: 'a1', slot: 1 } },
    })
  })

  it('CMD-16 without a verb it finds: task, operation, call sign, name, place and coordinates', () => {
    const shown = (text: string) => first(text)?.act
    expect(shown('3')).toMatchObject({ kind: 'show', thing: { kind: 'task', id: 't3' } })
    expect(shown('1187-3')).toMatchObject({ thing: { kind: 'task', id: 't3' } })
    expect(shown('1187')).toMatchObject({ thing: { kind: 'operation', id: 'op' } })
    expect(shown('u2')).toMatchObject({ thing: { kind: 'unit', id: 'u2' } })
    expect(shown('айгер')).toMatchObject({ thing: { kind: 'assistant', id: 'a1' } })
    expect(shown('масанчи')).toMatchObject({ thing: { kind: 'place', id: 'gate' } })
    expect(shown('43.24 76,9')).toEqual({ kind: 'point', at: { lat: 43.24, lng: 76.9 } })
    expect(lines('find ахм')).toEqual(['find Ахметова Айгерим'])
  })

  it('CMD-17 whom only the server knows by name or phone is found as well', () => {
    const context = contextOf(running, {}, { found: new Set(['a2']) })
    expect(first('найти 87000000108', context)).toMatchObject({
      act: { thing: { id: 'a2' } },
      people: ['a2'],
    })
    expect(
      lines(
        'поставить на смену ким',
        contextOf([...running, ...people('a4').slice(0, 1)], {}, { found: new Set(['a4']) }),
      ),
    ).toEqual(['поставить на смену A4'])
  })

  it('CMD-18 a place is opened at typed coordinates', () => {
    expect(first('новое место 43.238 76.94')).toMatchObject({
      line: 'новое место 43.238 76.94',
      act: { panel: { name: 'new-place', operation: 'op', at: { lat: 43.238, lng: 76.94 } } },
    })
  })

  it('CMD-19 the selected task comes first, and a line that means nothing says so', () => {
    const past = [...running, sent('t5', { place: 'gate', unit: 'u2', members: ['a3'], number: 5 })]
    const context = contextOf(past, names, { selected: { kind: 'assistant', id: 'a3' } })
    expect(lines('отозвать', context)).toEqual(['отозвать 5', 'отозвать 3'])
    expect(complete('9 отозвать', context)[0]?.refused).toEqual({ because: 'Такой задачи нет.' })
  })

  it('CMD-20 every verb says what it would do or why it cannot, before anything is chosen too', () => {
    const empty = contextOf([bookedOn('unit', 'nobody', noon + 1)], {}, { operation: null })
    for (const { text } of phrases)
      for (const context of [empty, contextOf(running, names)])
        for (const { line, does, refused } of complete(text, context))
          expect(line !== '' && (does !== '' || refused !== undefined), text).toBe(true)
  })
})
