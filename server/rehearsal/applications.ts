import type { StaffRole } from '../../shared/accounts/types.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Body } from '../../shared/board/commands.ts'
import { policeRules } from '../../shared/law/eligibility/rule.ts'
import type { Pipeline } from '../pipeline/handle-command.ts'
import { idOfReason } from '../pipeline/identifiers.ts'
import type { Stores } from '../ports/stores.ts'

type Submission = Body<'SubmitApplication'>

/** A single grey dot: nobody's document. */
const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAMAAAAoyzS7AAAAA1BMVEWIiIhYZW6zAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAACklEQVQImWNgAAAAAgAB9HFkpgAAAABJRU5ErkJggg=='

/** Made-up applicants: numbers whose check digit holds, and how far the police have come with each. */
const applicants = [
  { name: 'Сағындық Әсел', iin: '910413301003', birthDate: '1991-04-13', checked: 5, forwarded: true },
  { name: 'Ким Вячеслав', iin: '850101300005', birthDate: '1985-01-01', checked: 5, forwarded: true },
  { name: 'Тұрсын Мадина', iin: '900228400014', birthDate: '1990-02-28', checked: 5, forwarded: false },
  { name: 'Оспан Ілияс', iin: '040229500124', birthDate: '2004-02-28', checked: 3, forwarded: false },
  { name: 'Иванова Ольга', iin: '061211600012', birthDate: '2006-12-11', checked: 0, forwarded: false },
] as const
const districts = ['bostandyq', 'medeu', 'almaly', 'auezov', 'turksib']

/**
 * A queue for the rehearsal's registry, by the same commands as real ones, each once. Where the year's holidays are not
 * known nothing is received, as in real work.
 */
export async function seedApplications(pipeline: Pipeline, stores: Stores): Promise<void> {
  const reviewer = await staffOf(stores, 'reviewer', 'police-reviewer')
  for (const [n, { name, iin, birthDate, checked, forwarded }] of applicants.entries()) {
    const copy = idOfReason(`seed document ${n}`)
    if ((await stores.vault.get(copy)) === null)
      await stores.vault.put(copy, { file: dot, 'file-name': 'copy.png' })
    const body: Submission = {
      ...{ name, iin, birthDate, phone: `+7700000000${n}`, region: `almaty/${districts[n]}` },
      ...{ citizen: true, idUntil: '2035-01-01', insurance: n % 2 === 0, consent: true },
      ...{ person: stores.vault.keyedHash(`iin ${iin}`), documents: [{ id: copy, kind: 'id-copy' }] },
    }
    const submitted = await pipeline.giveOwn(`seed application ${n}`, 'SubmitApplication', body)
    if (!submitted.ok) continue
    const { application } = submitted.result as { application: string }
    const give = (what: string, type: 'RecordPoliceCheck' | 'ForwardApplication', more: object) =>
      pipeline.give(reviewer, { id: idOfReason(`seed ${what} ${n}`), type, body: { application, ...more } })
    for (const rule of policeRules.slice(0, checked))
      await give(`check ${rule}`, 'RecordPoliceCheck', { rule, result: 'CLEAR' })
    if (forwarded) await give('forward', 'ForwardApplication', {})
  }
}

async function staffOf({ credentials }: Stores, login: string, role: StaffRole): Promise<Viewer> {
  const account = (await credentials.byLogin(login))?.account ?? ''
  return { kind: 'staff', account, police: true, grants: [{ role, regions: ['almaty'], operations: [] }] }
}
