import { lazy, Suspense } from 'react'
import { Link, Navigate } from 'react-router'
import { PageLoading } from '@/components/layout/page-loading'
import { useArrival } from '@/components/layout/use-arrival'
import { ButtonLink } from '@/components/ui/button'
import { Icon, type IconName } from '@/components/ui/icon'
import { NearView } from '@/components/ui/near-view'
import { paths } from '@/config/paths'
import { useSession } from '@/lib/session'
import { ExampleContract } from './landing-example'

// The page is read before its life has arrived.
const LandingLive = lazy(() => import('./landing-live'))

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
    icon: 'check-circle',
    title: 'Done means the same to both',
    text: 'Each milestone has criteria. Whoever asks for changes names the ones that are not met.',
  },
  {
    icon: 'payments',
    title: 'One fee, on paid work only',
    text: '10 % when money reaches a freelancer. Bidding, posting and declining cost nothing.',
  },
]

const steps: { title: string; text: string }[] = [
  { title: 'Post a task', text: 'What you need, what it may cost, and by when you decide.' },
  { title: 'Compare bids', text: 'Price, time and milestones side by side. Every bidder gets an answer.' },
  { title: 'Fund a milestone', text: 'Pay by card, wallet or bank. The money is held, not spent.' },
  { title: 'Approve and pay', text: 'One click pays the freelancer. Or say what is missing.' },
]

export default function Landing() {
  const { status } = useSession()
  if (status === 'restoring') return <PageLoading />
  if (status === 'signed-in') return <Navigate to={paths.dashboard()} replace />
  return <Welcome />
}

function Welcome() {
  const heading = useArrival('Small jobs, fairly done')
  return (
    <div className="mx-auto max-w-page px-4 sm:px-6">
      <section className="grid items-center gap-12 py-12 sm:py-20 lg:grid-cols-2 lg:gap-16">
        <div>
          <h1 ref={heading} tabIndex={-1} className="text-3xl font-bold">
            Small jobs, agreed on with a handshake.
          </h1>
          <p className="mt-5 max-w-reading text-lg text-ink-muted">
            Post a task, choose a bid, and pay milestone by milestone. The money is held until you approve the
            work, and then paid at once. Nobody works on a promise, and nobody pays for one.
          </p>
          <div className="mt-8 flex flex-wrap gap-3">
            <ButtonLink to={paths.register({ role: 'client' })} size="lg">
              Hire a freelancer
            </ButtonLink>
            <ButtonLink to={paths.register({ role: 'freelancer' })} size="lg" variant="secondary">
              Work as a freelancer
            </ButtonLink>
          </div>
          <p className="mt-5 text-sm text-ink-muted">
            Just looking?{' '}
            <Link to={paths.tasks()} className="link">
              See open tasks
            </Link>{' '}
            or{' '}
            <Link to={paths.freelancers()} className="link">
              meet the freelancers
            </Link>
            .
          </p>
        </div>
        <ExampleContract />
      </section>
      <section className="border-t border-line py-12 sm:py-16">
        <h2 className="text-2xl font-bold">From a task to a paid freelancer</h2>
        <ol className="mt-8 grid gap-8 sm:grid-cols-2 lg:grid-cols-4">
          {steps.map(({ title, text }, place) => (
            <li key={title}>
              <span className="tabular grid size-8 place-items-center rounded-full border border-edge text-sm font-semibold">
                {place + 1}
              </span>
              <h3 className="mt-4 text-lg font-semibold">{title}</h3>
              <p className="mt-1 text-ink-muted">{text}</p>
            </li>
          ))}
        </ol>
      </section>
      <NearView className="h-screen">
        <Suspense fallback={<div className="h-screen" />}>
          <LandingLive />
        </Suspense>
      </NearView>
      <section className="border-t border-line py-12 sm:py-16">
        <h2 className="text-2xl font-bold">What you can rely on</h2>
        <ul className="mt-8 grid gap-x-12 gap-y-8 sm:grid-cols-2">
          {promises.map(({ icon, title, text }) => (
            <li key={title} className="flex gap-4">
              <span className="grid size-11 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-text">
                <Icon name={icon} />
              </span>
              <div>
                <h3 className="text-lg font-semibold">{title}</h3>
                <p className="mt-1 max-w-narrow text-ink-muted">{text}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
