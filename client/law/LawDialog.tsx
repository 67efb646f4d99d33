import type { Translate } from '../../shared/i18n/keys.ts'
import {
  lawInForce,
  type ParameterName,
  type ParameterValue,
  parameters,
} from '../../shared/law-book/parameters.ts'
import { type LawRule, lawBook, sources } from '../../shared/law-book/rules.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../ui/words.ts'
import styles from './law.module.css'

const groups = ['eligibility', 'registration', 'gates', 'force', 'endings'] as const

/** Every rule that the server enforces: its id, its sentence, where it comes from and the numbers that it reckons with. */
export function LawDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  return (
    <Dialog title={t('law-book:title')} open onClose={onClose} width={1100}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section tabIndex={0} aria-label={t('law-book:title')}>
        <p className="dim">{t('law-book:lead')}</p>
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <SectionHead title={t(`law-book:group.${group}`)} count={lawBook[group].length} />
            <table className={styles.rules}>
              <thead>
                <tr>
                  <th className={styles.id}>{t('law-book:head.rule')}</th>
                  <th className={styles.says}>{t('law-book:head.sentence')}</th>
                  <th className={styles.basis}>{t('law-book:head.basis')}</th>
                  <th>{t('law-book:head.numbers')}</th>
                </tr>
              </thead>
              <tbody>
                {lawBook[group].map((rule) => (
                  <RuleRow key={rule.id} rule={rule} />
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </section>
    </Dialog>
  )
}

function RuleRow({ rule: { id, basis, sentence, parameters: names } }: { rule: LawRule }) {
  const { t } = useWords()
  const { confirmed, parameters: changed } = lawInForce()
  return (
    <tr>
      <td className="num strong">{id}</td>
      <td>{t(sentence)}</td>
      <td className="dim">
        {basis !== 'C' && confirmed.includes(id)
          ? t('law-book:confirmed')
          : t(`law-book:basis.${sources[basis]}`)}
      </td>
      <td>
        {names.map((name) => (
          <div key={name}>
            <span className="dim">{t(`law-book:number.${name}`)}:</span>{' '}
            {valueText(t, name, parameters[name].get())}
            {name in changed && <span className="dim"> ({t('law-book:changed')})</span>}
          </div>
        ))}
      </td>
    </tr>
  )
}

function valueText(t: Translate, name: ParameterName, value: ParameterValue): string {
  const { unit } = parameters[name]
  if (value === null) return t('law-book:none')
  if (typeof value === 'boolean') return t(value ? 'law-book:yes' : 'law-book:no')
  if (typeof value === 'string') return t(`law-book:prosecutor.${value as 'off'}`)
  if (typeof value === 'number')
    return unit === 'count' || unit === 'choice'
      ? String(value)
      : t(`law-book:unit.${unit}`, { count: value })
  return value.map((kind) => t(`terms:operation.${kind as 'patrol'}`)).join(', ')
}
