import { coordinatesText, nameOfPoint } from '../../../shared/city/find-point.ts'
import type { LatLng } from '../../../shared/geo/lat-lng.ts'
import type { Id } from '../../../shared/kernel/ids.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import { useCity } from '../../operations/use-city.ts'
import { useDeskWords } from '../../operations/words.ts'
import { useEntity } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Facts } from '../../ui/Panel.tsx'
import styles from '../search.module.css'
import { openForm } from '../search-desk.ts'
import { type SearchBoard, usePoint, useSubject } from '../use-search.ts'
import { CaseState } from './CaseState.tsx'
import { useCase } from './use-case.ts'

interface CaseHeadProps {
  search: SearchBoard
  searches: readonly Operation[]
  onOperation(id: Id): void
}

/** Who is missed and from where the search is planned. */
export function CaseHead({ search: { operation }, searches, onOperation }: CaseHeadProps) {
  const { t, window, time } = useDeskWords()
  const subject = useSubject(operation)
  const { minor } = useCase(operation.id)
  const released = useEntity('card', operation.id)?.sealed
  const ipp = usePoint(operation.search?.ipp)
  const lkp = usePoint(operation.search?.lkp)
  const lkpAt = operation.search?.lkpAt ?? null
  const known = [
    {
      name: t('search:category'),
      value: [
        subject.name,
        subject.age,
        subject.category && t(`search:category.${subject.category}`),
        minor && t('search:minor-short'),
      ]
        .filter(Boolean)
        .join(', '),
    },
    { name: t('search:last-seen'), value: subject.seen },
    { name: t('search:subject-looks'), value: subject.looks, wideOnly: true },
    { name: t('search:subject-clothing'), value: subject.clothing },
    { name: t('search:signs'), value: subject.words },
    { name: t('search:ipp'), value: ipp && <Spot at={ipp} /> },
    {
      name: t('search:lkp'),
      value: lkp && (
        <>
          <Spot at={lkp} />
          {lkpAt !== null && <span className="dim">{t('search:set-at', { time: time(lkpAt) })}</span>}
        </>
      ),
    },
    {
      name: t('search:card-short'),
      value: t(released ? 'search:card-out-short' : 'search:card-not'),
    },
  ].filter(({ value }) => value)
  return (
    <>
      <div className={styles.case}>
        <div className="flow dim">
          <span className="num">{operation.number}</span>
          <span>{t('terms:operation.search')}</span>
          <span className="fill" />
          <span className="num small">{window(operation.window)}</span>
        </div>
        <div className="flow">
          <h1 className="clip">{operation.title}</h1>
          {searches.length > 1 && (
            <Menu
              plain
              label={t('search:other-searches')}
              items={searches.map(({ id, number, title }) => ({
                id,
                label: title,
                note: String(number),
                chosen: id === operation.id,
                onChoose: () => onOperation(id),
              }))}
            >
              {''}
            </Menu>
          )}
        </div>
        <CaseState operation={operation} />
        <Facts nameWidth={98} facts={known} />
        {known.length === 1 && <p className="dim">{t('search:nothing-known')}</p>}
      </div>
      <div className={styles.caseActions}>
        {operation.closedAt === null && (
          <>
            <Button action="case.change" onPress={() => openForm('case')}>
              {t('search:change-case')}
            </Button>
            <Button action="sweep-width.change" onPress={() => openForm('width')}>
              {t('search:width-short')}
            </Button>
            <Button action="search.ground" onPress={() => openForm('ground')}>
              {t('search:ground-short')}
            </Button>
            <Button action="search.files" onPress={() => openForm('files')}>
              {t('search:files-short')}
            </Button>
          </>
        )}
        <Button action="sheet.print" onPress={() => openForm('papers')}>
          {t('search:papers')}
        </Button>
      </div>
    </>
  )
}

function Spot({ at }: { at: LatLng }) {
  const { language } = useDeskWords()
  const city = useCity()
  return <span>{nameOfPoint(city, at, language) ?? coordinatesText(at)}</span>
}
