import { expect, test } from 'vitest'
import { applicantOf, faultsOf, iinSays, nothing, ruleOfField } from '../../../client/apply/form.ts'
import { applicant } from '../../../shared/applications/commands.ts'
import { receiptRules } from '../../../shared/law/eligibility/all.ts'

const typed = {
  ...{ name: ' Сағындық Әсел ', iin: '791028302728', birthDate: '28.10.1979', citizen: true },
  ...{ phone: '8 701 123 45 67', region: 'almaty/medeu', idUntil: '01042031', consent: true },
}

test('APPLY-28 the page names every field that is missing, and nothing once all are filled', () => {
  expect(Object.keys(faultsOf(nothing, false)).sort()).toEqual([
    ...['birthDate', 'citizen', 'consent', 'copy', 'idUntil', 'iin', 'name', 'phone', 'region'],
  ])
  expect(faultsOf(typed, true)).toEqual({})
  expect(faultsOf({ ...typed, phone: '+7 727 123 45 67' }, true)).toEqual({ phone: 'apply:fault.phone' })
  expect(faultsOf({ ...typed, birthDate: '31.02.1990' }, true)).toEqual({ birthDate: 'apply:fault.date' })
})

test('APPLY-29 numbers and dates are taken as people write them and sent as the server reads them', () => {
  const sent = applicantOf(typed, true)
  expect(applicant.safeParse(sent).success).toBe(true)
  expect(sent).toMatchObject({
    ...{ name: 'Сағындық Әсел', birthDate: '1979-10-28', idUntil: '2031-04-01', insurance: true },
  })
  for (const phone of ['+7 701 123-45-67', '87011234567', '77011234567', '701 123 45 67'])
    expect(applicantOf({ ...typed, phone }, false).phone, phone).toBe('+77011234567')
})

test('APPLY-30 the IIN’s own digits answer while it is typed: wrong, good, or another birth date as a warning', () => {
  const says = (iin: string, birthDate = typed.birthDate) => iinSays({ ...typed, iin, birthDate })
  expect(says('79102830272')).toBeNull()
  expect(says('971028302728')).toEqual({ words: 'apply:iin.checksum', wrong: true })
  expect(says('000000000000')).toEqual({ words: 'apply:iin.zeros', wrong: true })
  expect(says('791028302728')).toEqual({ words: 'apply:iin.good', wrong: false })
  expect(says('791028302728', '29.10.1979')).toEqual({ words: 'apply:iin.other-birth', wrong: false })
})

test('APPLY-216 every rule of the receipt stands beside a field of the page, and a field that lacks shows it', () => {
  expect([...new Set(Object.values(ruleOfField))].sort()).toEqual([...receiptRules].sort())
  const missing = Object.keys(faultsOf(nothing, false))
  for (const field of Object.keys(ruleOfField)) expect(missing).toContain(field)
})
