import { useEffect } from 'react'
import { Navigate } from 'react-router'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon, type IconName } from '@/components/ui/icon'
import { PageLoading } from '@/components/layout/page-loading'
import { paths } from '@/config/paths'
import { useSession } from '@/lib/session'

const promises: { icon: IconName; title: string; text: string }[] = [
  {
    icon: 'lock',
    title: 'Money held, then paid',
    text: 'A milestone is funded before the work begins, and paid out the moment it is approved.',
  },
  {
    icon: 'clock',
    title: 'No waiting in the dark',
    text: 'Whatever waits shows who must act, by when, and what happens if nobody does.',
  },
  {
    icon: 'payments',
    title: 'One fee, on paid work only',
    text: '10 % when money reaches a freelancer. Bidding, posting and declining cost nothing.',
  },
]

const steps = ['Post a task', 'Compare bids', 'Fund a milestone', 'Approve and pay']

export default function Landing() {
  const { status } = useSession()
  useEffect(() => {
    document.title = 'ProConnect: small jobs, fairly done'
  }, [])
  if (status === 'restoring') return <PageLoading />
  if (status === 'signed-in') return <Navigate to={paths.dashboard()} replace />
  return (
    <div className="mx-auto max-w-page px-4 sm:px-6">
      <section className="max-w-3xl py-14 sm:py-24">
        <h1 className="text-3xl font-bold sm:text-5xl sm:leading-tight">
          Small jobs, agreed on with a handshake.
        </h1>
        <p className="mt-5 max-w-reading text-lg text-ink-muted">
          Clients post a task, freelancers bid, and the work is split into milestones whose money is held
          until it is approved. Then it is paid at once.
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          <ButtonLink to={paths.register({ role: 'client' })} size="lg">
            Hire a freelancer
          </ButtonLink>
          <ButtonLink to={paths.register({ role: 'freelancer' })} size="lg" variant="secondary">
            Find work
          </ButtonLink>
        </div>
        <ol className="mt-12 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm font-semibold text-ink-muted">
          {steps.map((step, place) => (
            <li key={step} className="flex items-center gap-3">
              <span className="tabular grid size-7 place-items-center rounded-full bg-accent-soft text-accent-text">
                {place + 1}
              </span>
              {step}
            </li>
          ))}
        </ol>
      </section>
      <section aria-label="What we promise" className="grid gap-4 pb-20 md:grid-cols-3">
        {promises.map(({ icon, title, text }) => (
          <Card key={title}>
            <span className="mb-4 grid size-11 place-items-center rounded-md bg-accent-soft text-accent-text">
              <Icon name={icon} />
            </span>
            <h2 className="text-lg font-semibold">{title}</h2>
            <p className="mt-1 text-ink-muted">{text}</p>
          </Card>
        ))}
      </section>
    </div>
  )
}
