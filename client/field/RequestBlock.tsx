import type { Task } from '../../shared/tasks/types.ts'
import { useEntity, useName } from '../store/use-store.ts'
import { BigButton, Headline, Pad } from '../ui/Phone.tsx'
import styles from './field.module.css'
import { useOutbox, usePhone, usePhoneWords, useSendingWords } from './use-phone.ts'

/** A coordinator who is not police asks for this unit: its leader may make it an order (rule D4). */
export function RequestBlock({ task }: { task: Task }) {
  const { t, time } = usePhoneWords()
  const place = useEntity('place', task.place)
  const operation = useEntity('operation', task.operation)
  const by = useName(task.requestedBy)
  return (
    <>
      <Headline note={t('phone:truth.request.note')}>{t('phone:truth.request')}</Headline>
      <Pad>
        <dl className={styles.facts}>
          <dt>{t('phone:where')}</dt>
          <dd>{place?.name}</dd>
          <dt>{t('phone:with')}</dt>
          <dd>{t('terms:assistants', { count: task.members.length })}</dd>
          {operation && (
            <>
              <dt>{t('phone:when')}</dt>
              <dd className="num">
                {time(operation.window.from)} – {time(operation.window.to)}
              </dd>
            </>
          )}
          {by !== undefined && (
            <>
              <dt>{t('phone:asked-by')}</dt>
              <dd>{by}</dd>
            </>
          )}
        </dl>
      </Pad>
    </>
  )
}

export function RequestButtons({ task }: { task: Task }) {
  const { t } = usePhoneWords()
  const { give } = usePhone()
  const sending = useSendingWords()
  const waits = useOutbox().some(
    ({ envelope, refused }) =>
      !refused && (envelope.type === 'ApproveTask' || envelope.type === 'RefuseTask'),
  )
  return (
    <>
      <BigButton
        kind="primary"
        icon="check"
        onPress={() => void give('ApproveTask', { task: task.id })}
        refused={waits && sending()}
      >
        {t('phone:approve')}
      </BigButton>
      {!waits && (
        <BigButton low onPress={() => void give('RefuseTask', { task: task.id })}>
          {t('phone:refuse')}
        </BigButton>
      )}
    </>
  )
}
