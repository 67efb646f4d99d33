import { useState } from 'react'
import { key } from '../../../shared/kernel/ids.ts'
import type { Prior } from '../../../shared/search/priors/probability.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { useTexts } from '../papers/use-texts.ts'
import { setSearchDesk, useSearchDesk } from '../search-desk.ts'
import type { SearchBoard } from '../use-search.ts'
import { PriorsHistory } from './PriorsHistory.tsx'
import {
  byConsensus,
  draftsOf,
  draftsProblem,
  normalisedPriors,
  normalisedWeights,
  priorsBody,
  priorsProblem,
  type ScenarioDraft,
} from './priors.ts'
import { ScenarioFields } from './ScenarioFields.tsx'
import { ScenarioList } from './ScenarioList.tsx'
import { ScenarioSum } from './ScenarioSum.tsx'
import { useConsensuses, usePriors } from './use-priors.ts'

const mostScenarios = 8

interface PriorsFormProps {
  search: SearchBoard
  onClose(): void
}

/** Waits for the scenarios' names, so that nothing is overwritten unseen. */
export function PriorsForm(props: PriorsFormProps) {
  const priors = usePriors(props.search.operation.id)
  const prior = priors.at(-1)
  const names = useTexts((prior?.scenarios ?? []).flatMap(({ name }) => name ?? []))
  return names && <Fields key={prior?.id} {...props} priors={priors} names={names} />
}

interface FieldsProps extends PriorsFormProps {
  priors: readonly Prior[]
  names: readonly string[]
}

/** The probability of each segment before anybody searched, by one scenario or several with their weights. */
function Fields({ search, priors, names, onClose }: FieldsProps) {
  const { t } = useDeskWords()
  const { operation, segments } = search
  const ask = useAsk(`priors:${operation.id}`)
  const consensuses = useConsensuses(operation.id)
  const asked = useSearchDesk((desk) => desk.consensus)
  const [drafts, setDrafts] = useState<ScenarioDraft[]>(() => {
    const old = draftsOf(segments, priors.at(-1), names, operation.search?.rings?.text ?? null)
    const agreed = consensuses.find(({ id }) => id === asked)
    const poa = agreed && byConsensus(agreed, segments)
    const [first] = old
    // With several scenarios it is the coordinator's to say which of them was judged.
    if (!poa || !agreed || !first || old.length > 1) return old
    return [{ ...first, source: 'consensus', consensus: agreed.id, poa }]
  })
  const [chosen, setChosen] = useState(0)
  const places = segments.map(({ id }) => id)
  const problem = draftsProblem(drafts)
  const draft = drafts.find(({ id }) => id === chosen) ?? drafts[0]
  const searched = segments.some(({ searches }) => searches.length > 0)

  const change = (id: number, part: Partial<ScenarioDraft>) =>
    setDrafts(drafts.map((one) => (one.id === id ? { ...one, ...part } : one)))
  function close() {
    setSearchDesk({ consensus: null })
    onClose()
  }
  async function submit() {
    if (problem?.scenario !== undefined) setChosen(problem.scenario)
    if (problem) return
    const answer = await ask.give('SetPriors', priorsBody(operation.id, places, drafts), {
      seen: [key('operation', operation.id)],
    })
    if (answer.ok) close()
  }
  function add() {
    const id = Math.max(...drafts.map((one) => one.id)) + 1
    const poa = new Map(places.map((place) => [place, null] as const))
    setDrafts([...drafts, { id, name: '', weight: null, source: 'hand', consensus: null, poa }])
    setChosen(id)
  }
  function remove(id: number) {
    const left = drafts.filter((one) => one.id !== id)
    setDrafts(left.length === 1 ? normalisedWeights(left) : left)
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:change-priors')}
      submit={t('operations:save')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={close}
      actions={
        <Button
          icon="plus"
          onPress={add}
          refused={drafts.length >= mostScenarios && t('search:scenarios-most', { most: mostScenarios })}
        >
          {t('search:scenario')}
        </Button>
      }
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <p className="dim small">{t(searched ? 'search:priors-hint-searched' : 'search:priors-hint')}</p>
      {drafts.length > 1 && (
        <ScenarioList
          drafts={drafts}
          chosen={draft?.id ?? 0}
          onChoose={setChosen}
          onChange={change}
          onRemove={remove}
          onNormalise={() => setDrafts(normalisedWeights(drafts))}
        />
      )}
      {draft && (
        <ScenarioFields
          key={draft.id}
          search={search}
          draft={draft}
          named={drafts.length > 1}
          onChange={(part) => change(draft.id, part)}
        />
      )}
      {problem ? (
        <p className="amber" role="status">
          {refusalText(t, problem.refusal)}{' '}
          {draft && priorsProblem(draft.poa) && (
            <Button onPress={() => change(draft.id, { source: 'hand', poa: normalisedPriors(draft.poa) })}>
              {t('search:normalise')}
            </Button>
          )}
        </p>
      ) : (
        drafts.length > 1 && <ScenarioSum segments={segments} drafts={drafts} />
      )}
      <PriorsHistory search={search} priors={priors} />
    </SideForm>
  )
}
