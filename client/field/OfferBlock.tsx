import { offerSeconds } from '../../shared/tasks/types.ts'
import { useEntity } from '../store/use-store.ts'
import { BigButton } from '../ui/Phone.tsx'
import { CountdownRing } from '../ui/Times.tsx'
import { FieldMap } from './FieldMap.tsx'
import styles from './field.module.css'
import { OrderFacts } from './OrderFacts.tsx'
import { askedStep, type Me, partyOf, type Stage } from './stage.ts'
import { useOutbox, usePhone, usePhoneWords, useSendingWords } from './use-phone.ts'

type Offer = Extract<Stage, { kind: 'offer' }>

export function OfferBlock({ me, stage }: { me: Me; stage: Offer }) {
  const { t } = usePhoneWords()
  const place = useEntity('place', stage.task.place)
  return (
    <>
      <div className={styles.offer}>
        <CountdownRing
          from={stage.expiresAt - offerSeconds * 1_000}
          until={stage.expiresAt}
          label={t('phone:left')}
        />
        <div>
          <div className="dim">{t('phone:offer')}</div>
          <h1>{place?.name}</h1>
        </div>
      </div>
      <FieldMap me={me} task={stage.task} />
      <OrderFacts me={me} task={stage.task} order={stage.order} />
    </>
  )
}

export function OfferButtons({ me, stage }: { me: Me; stage: Offer }) {
  const { t } = usePhoneWords()
  const { give } = usePhone()
  const sending = useSendingWords()
  const party = partyOf(me)
  const asked = askedStep(useOutbox(), stage.task.id, party)
  const answer = (answer: 'accept' | 'decline') =>
    void give('AnswerOffer', { task: stage.task.id, party, answer })
  return (
    <>
      <BigButton
        kind="primary"
        icon="check"
        onPress={() => answer('accept')}
        refused={asked && sending(t(`terms:step.${asked}`))}
      >
        {t('phone:accept')}
      </BigButton>
      {!asked && (
        <BigButton low onPress={() => answer('decline')}>
          {t('phone:decline')}
        </BigButton>
      )}
    </>
  )
}
