import { distance, number } from '../../../shared/i18n/format.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { isLive } from '../../../shared/tasks/links.ts'
import { People, UnitName } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { type SearchBoard, useCoverage } from '../use-search.ts'
import { PaperBlanks, PaperFacts, PaperSheet, PaperSigns, type Printing } from './PaperFrame.tsx'

interface PaperDebriefProps {
  search: SearchBoard
  place: Place
  printing: Printing
}

const blanks = ['out', 'in', 'walked', 'spacing-seen', 'width-seen', 'conditions'] as const
const sentences = ['missed', 'hazards-seen', 'radio-seen', 'advice'] as const
const blankClues = 5

/** What a team is asked when it is back: what the tracks have told is filled in, the rest is lines. */
export function PaperDebrief({ search: { operation, tasks }, place, printing }: PaperDebriefProps) {
  const { t, language, time } = useDeskWords()
  const task = tasks.get(place.id)
  const measured = useCoverage(operation.id).find((one) => one.place === place.id)
  const sweep = place.searches.at(-1)
  const length = measured?.searchers.reduce((sum, { metres }) => sum + metres, 0) ?? 0
  return (
    <PaperSheet
      operation={operation}
      printing={printing}
      title={t('search:paper-debrief-title', { letter: `${place.letter} · ${place.name}` })}
    >
      <PaperFacts
        facts={[
          [t('search:paper-team'), task && t('search:sheet.team', { task: task.number })],
          [t('search:sheet.unit'), task && <UnitName id={task.unit} />],
          [
            t('search:sheet.people'),
            task && <People ids={task.members.filter(isLive).map(({ assistant }) => assistant)} />,
          ],
          [t('terms:search.sweep-width'), distance(operation.search?.sweepWidth.metres ?? 0, language)],
          [t('search:since-last'), length > 0 && distance(length, language)],
          [
            t('search:paper-last-sweep'),
            sweep &&
              `${time(sweep.from)}–${time(sweep.to)} · ${distance(sweep.trackMetres, language)} · ${t(
                'search:paper-coverage',
                { coverage: number(sweep.coverage, language, 2) },
              )}`,
          ],
        ]}
      />
      <h2>{t('search:sheet.debrief')}</h2>
      <PaperBlanks rows={blanks.map((blank) => t(`search:sheet.${blank}`))} />
      <PaperBlanks tall rows={sentences.map((blank) => t(`search:sheet.${blank}`))} />
      <h2>{t('search:clues')}</h2>
      <PaperBlanks
        tall
        rows={Array.from({ length: blankClues }, (_, i) => t('search:sheet.clue', { number: i + 1 }))}
      />
      <p>{t('search:sheet.no-guess')}</p>
      <PaperSigns signs={[t('search:paper-sign-leader'), t('search:paper-sign-debriefed')]} />
    </PaperSheet>
  )
}
