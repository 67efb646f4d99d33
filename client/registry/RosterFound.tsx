import { useEffect, useRef } from 'react'
import type { RosterResult } from '../../shared/assistants/roster.ts'
import { number } from '../../shared/i18n/format.ts'
import { saveText } from '../net/save-text.ts'
import { Button } from '../ui/Button.tsx'
import { RuleId } from '../ui/Chip.tsx'
import { Figure, Figures } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../ui/words.ts'
import styles from './registry.module.css'
import { faultsTable, faultText } from './roster.ts'

/** Shown here; the rest is in the file. */
const mostShown = 100

/** What a list would do, or has done, and every line that is wrong. */
export function RosterFound({
  name,
  result,
  preview,
}: {
  name: string
  result: RosterResult
  preview: boolean
}) {
  const { t, language } = useWords()
  const { imported, skipped, refused, refusedLines, encoding } = result
  const section = useRef<HTMLElement>(null)
  // Off the button that chose the file, so that Enter goes on with what is shown.
  useEffect(() => section.current?.focus(), [])
  const save = () => saveText(`${name.replace(/\.\w+$/, '')}-errors.csv`, faultsTable(t, refused))
  return (
    <section aria-label={name} className={styles.found} ref={section} tabIndex={-1}>
      <SectionHead title={name} />
      <Figures>
        {preview && <Figure value={number(imported, language)}>{t('registry:will-import')}</Figure>}
        <Figure value={number(skipped, language)}>{t('registry:known-already')}</Figure>
        <Figure value={number(refusedLines, language)} amber={refusedLines > 0}>
          {t('registry:wrong-lines')}
        </Figure>
      </Figures>
      {!preview && (
        <p className={`${styles.padded} strong`} role="status">
          {t('registry:imported', { count: imported, skipped })}
        </p>
      )}
      {preview && imported === 0 && <p className={styles.padded}>{t('registry:nothing-to-import')}</p>}
      <p className={`${styles.padded} dim small`}>{t('registry:encoding', { encoding })}</p>
      {refused.length > 0 && (
        <>
          <SectionHead title={t('registry:wrong-lines')} count={number(refusedLines, language)} />
          <div className={styles.padded}>
            <Button icon="note" onPress={save}>
              {t('registry:report-save')}
            </Button>
          </div>
          <ol className={styles.wrong}>
            {refused.slice(0, mostShown).map((fault) => (
              <li key={`${fault.line} ${fault.column}`}>
                <span className="num strong">{t('registry:line', { line: fault.line })}</span>
                <span>
                  {fault.column !== 'file' && <code className="dim">{fault.column} </code>}
                  {fault.rule && <RuleId id={fault.rule} />} {faultText(t, fault)}
                </span>
              </li>
            ))}
          </ol>
          {refused.length > mostShown && (
            <p className={styles.padded}>
              {t('registry:report-more', { count: refused.length - mostShown })}
            </p>
          )}
          <p className={`${styles.padded} dim small`}>{t('registry:wrong-left-out')}</p>
        </>
      )}
    </section>
  )
}
