import { useMyBidsInfiniteQuery } from '@/api/bids-api'
import { useContractsInfiniteQuery } from '@/api/contracts-api'
import { itemsOf } from '@/api/paging'
import { usePayoutAccountQuery } from '@/api/payments-api'
import { useMeQuery } from '@/api/people-api'
import { useMyTasksInfiniteQuery } from '@/api/tasks-api'
import { Section } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { paths } from '@/config/paths'
import { cx } from '@/lib/class-names'
import type { View } from '@/lib/session-slice'

export interface Step {
  title: string
  text: string
  done: boolean
  to: string
  action: string
}

/** The three steps to a first contract, with those that are done ticked; gone once there is a contract. */
export function FirstSteps({ view }: { view: View }) {
  const steps = useSteps(view)
  const contracts = useContractsInfiniteQuery(view)
  if (!contracts.data || itemsOf(contracts.data).length > 0 || steps.every(({ done }) => done)) return null
  const next = steps.find(({ done }) => !done)
  return (
    <Section title="Your first steps">
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
                {step.done && <span className="sr-only">Done:</span>}
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

function useSteps(view: View): Step[] {
  const me = useMeQuery()
  const client = view === 'client'
  const tasks = useMyTasksInfiniteQuery(undefined, { skip: !client })
  const bids = useMyBidsInfiniteQuery(undefined, { skip: client })
  const payouts = usePayoutAccountQuery(undefined, { skip: client })
  const posted = itemsOf(tasks.data)
  const profile = me.data?.profile
  if (client)
    return [
      {
        title: 'Introduce yourself',
        text: 'A picture or a headline: freelancers like to know whom they work for.',
        done: Boolean(profile?.headline || profile?.avatarId),
        to: paths.editProfile(),
        action: 'Complete your profile',
      },
      {
        title: 'Post a task',
        text: 'What you need, what it may cost, and by when you decide. It takes five minutes.',
        done: posted.length > 0,
        to: paths.newTask(),
        action: 'Post your first task',
      },
      {
        title: 'Hire somebody',
        text: 'Compare the bids side by side. No money moves until you fund a milestone.',
        done: false,
        to: posted[0] ? paths.compareBids(posted[0].id) : paths.freelancers(),
        action: posted[0] ? 'See your bids' : 'Meet freelancers',
      },
    ]
  return [
    {
      title: 'Say what you do',
      text: 'Clients find freelancers who have a headline. A few pieces of work say the rest.',
      done: Boolean(profile?.headline),
      to: paths.editProfile(),
      action: 'Complete your profile',
    },
    {
      title: 'Bid on a task',
      text: 'Bidding is free, and every bid gets an answer.',
      done: itemsOf(bids.data).length > 0,
      to: paths.tasks(),
      action: 'Find your first task',
    },
    {
      title: 'Set up payouts',
      text: 'So that money you earn can be sent to you. You can do it later, too.',
      done: Boolean(payouts.data?.payoutsEnabled),
      to: paths.onboarding(),
      action: 'Add your bank details',
    },
  ]
}
