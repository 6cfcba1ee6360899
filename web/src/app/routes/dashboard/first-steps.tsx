import { useMyBidsInfiniteQuery } from '@/api/bids-api'
import { itemsOf } from '@/api/paging'
import { usePayoutAccountQuery } from '@/api/payments-api'
import { useMeQuery } from '@/api/people-api'
import { useMyTasksInfiniteQuery } from '@/api/tasks-api'
import type { TaskCard } from '@/api/types'
import { Section } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { paths } from '@/config/paths'
import { canBePaid } from '@/features/payments/can-be-paid'
import { cx } from '@/lib/class-names'
import type { View } from '@/lib/session-slice'
import * as common from '@/words/common'
import * as records from '@/words/records'
import * as words from './words'

export interface Step {
  title: string
  text: string
  done: boolean
  to: string
  action: string
}

/** The three steps to a first contract, with those that are done ticked. */
export function FirstSteps({ view }: { view: View }) {
  const steps = useSteps(view)
  if (steps.every(({ done }) => done)) return null
  const next = steps.find(({ done }) => !done)
  return (
    <Section title={words.firstSteps}>
      <Card flush>
        <ol className="divide-y divide-line">
          {steps.map((step, place) => (
            <li key={step.title} className="flex flex-wrap items-center gap-x-4 gap-y-3 p-4 sm:px-6">
              <span
                className={cx(
                  'tabular grid size-8 shrink-0 place-items-center rounded-full border text-sm font-semibold',
                  step.done ? 'border-accent bg-accent text-on-accent' : 'border-edge',
                )}
              >
                {step.done ? <Icon name="check" className="size-4" /> : place + 1}
                {step.done && <span className="sr-only">{words.done}</span>}
              </span>
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-semibold">{step.title}</p>
                <p className="text-sm text-ink-muted">{step.text}</p>
              </div>
              {!step.done && (
                <ButtonLink to={step.to} size="sm" variant={step === next ? 'primary' : 'secondary'}>
                  {step.action}
                </ButtonLink>
              )}
            </li>
          ))}
        </ol>
      </Card>
    </Section>
  )
}

/** To the bids, once there are some; before, to where one's task can be shared, or to people who could do it. */
function toHire(withBids: TaskCard | undefined, newest: TaskCard | undefined): Pick<Step, 'to' | 'action'> {
  if (withBids) return { to: paths.compareBids(withBids.id), action: records.seeBids(withBids.bidCount) }
  if (newest) return { to: paths.task(newest.id), action: words.seeTask }
  return { to: paths.freelancers(), action: words.meetFreelancers }
}

function useSteps(view: View): Step[] {
  const me = useMeQuery()
  const client = view === 'client'
  const tasks = useMyTasksInfiniteQuery(undefined, { skip: !client })
  const bids = useMyBidsInfiniteQuery(undefined, { skip: client })
  const payouts = usePayoutAccountQuery(undefined, { skip: client })
  const posted = itemsOf(tasks.data)
  const withBids = posted.find(({ bidCount }) => bidCount > 0)
  const profile = me.data?.profile
  if (client)
    return [
      {
        title: words.introduce,
        text: words.introduceText,
        done: Boolean(profile?.headline || profile?.avatarId),
        to: paths.editProfile(),
        action: words.completeProfile,
      },
      {
        title: common.postTask,
        text: words.postTaskText,
        done: posted.length > 0,
        to: paths.newTask(),
        action: words.postFirst,
      },
      {
        title: words.hire,
        text: words.hireText,
        done: false,
        ...toHire(withBids, posted[0]),
      },
    ]
  return [
    {
      title: words.sayWhatYouDo,
      text: words.sayWhatYouDoText,
      done: Boolean(profile?.headline),
      to: paths.editProfile(),
      action: words.completeProfile,
    },
    {
      title: words.bid,
      text: words.bidText,
      done: itemsOf(bids.data).length > 0,
      to: paths.tasks(),
      action: words.findFirst,
    },
    {
      title: common.setUpPayouts,
      text: words.payoutsText,
      done: canBePaid(payouts.data),
      to: paths.onboarding(),
      action: words.addBank,
    },
  ]
}
