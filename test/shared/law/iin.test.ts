import { expect, test } from 'vitest'
import { faultOfIin, iinNamesBirth } from '../../../shared/law/iin.ts'

test('IIN-1 a number whose check digit holds in the first or the second pass is good', () => {
  for (const iin of ['791028302728', '850101300005', '900228400014', '040229500124'])
    expect(faultOfIin(iin), iin).toBeNull()
  for (const iin of ['061211600012', '850101300603'])
    expect(faultOfIin(iin), `${iin}, second pass`).toBeNull()
})

test('IIN-2 a wrong check digit is refused, and where neither pass gives a digit every one is', () => {
  expect(faultOfIin('971028302728')).toBe('checksum')
  expect(faultOfIin('971028302726')).toBeNull()
  for (const stem of ['85010130069', '01031560123'])
    for (let digit = 0; digit < 10; digit++) expect(faultOfIin(`${stem}${digit}`)).toBe('checksum')
})

test('IIN-3 an error in the 11th digit goes unseen in the first pass, as the rule of the number has it', () => {
  expect(faultOfIin('791028302738')).toBeNull()
})

test('IIN-4 twelve zeros are refused by name, and whatever is not twelve digits', () => {
  expect(faultOfIin('000000000000')).toBe('zeros')
  for (const iin of ['79102830272', '79102830272A', '7910283027280', '', ' 791028302728', '７91028302728'])
    expect(faultOfIin(iin), iin).toBe('format')
})

test('IIN-5 another birth date than the digits name is seen, and is no fault of the number', () => {
  expect(iinNamesBirth('791028302728', '1979-10-28')).toBe(true)
  expect(iinNamesBirth('791028302728', '1979-10-29')).toBe(false)
  expect(faultOfIin('791028302728')).toBeNull()
})
