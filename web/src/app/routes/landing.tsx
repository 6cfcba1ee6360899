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
import * as words from './landing-words'

// The page is read before its life has arrived.
const LandingLive = lazy(() => import('./landing-live'))

const promises: { icon: IconName; title: string; text: string }[] = [
  {
    icon: 'lock',
    title: words.promiseMoney,
    text: words.promiseMoneyText,
  },
  {
    icon: 'clock',
    title: words.promiseTime,
    text: words.promiseTimeText,
  },
  {
    icon: 'check-circle',
    title: words.promiseDone,
    text: words.promiseDoneText,
  },
  {
    icon: 'payments',
    title: words.promiseFee,
    text: words.promiseFeeText,
  },
]

const steps: { title: string; text: string }[] = [
  { title: words.stepPost, text: words.stepPostText },
  { title: words.stepCompare, text: words.stepCompareText },
  { title: words.stepFund, text: words.stepFundText },
  { title: words.stepApprove, text: words.stepApproveText },
]

export default function Landing() {
  const { status } = useSession()
  if (status === 'restoring') return <PageLoading />
  if (status === 'signed-in') return <Navigate to={paths.dashboard()} replace />
  return <Welcome />
}

function Welcome() {
  const heading = useArrival(words.tabTitle)
  return (
    <div className="mx-auto max-w-page px-4 sm:px-6">
      <section className="grid items-center gap-12 py-12 sm:py-20 lg:grid-cols-2 lg:gap-16">
        <div>
          <h1 ref={heading} tabIndex={-1} className="text-3xl font-bold">
            {words.heading}
          </h1>
          <p className="mt-5 max-w-reading text-lg text-ink-muted">{words.intro}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <ButtonLink to={paths.register({ role: 'client' })} size="lg">
              {words.hire}
            </ButtonLink>
            <ButtonLink to={paths.register({ role: 'freelancer' })} size="lg" variant="secondary">
              {words.work}
            </ButtonLink>
          </div>
          <p className="mt-5 text-sm text-ink-muted">
            {words.justLooking(
              (text) => (
                <Link to={paths.tasks()} className="link">
                  {text}
                </Link>
              ),
              (text) => (
                <Link to={paths.freelancers()} className="link">
                  {text}
                </Link>
              ),
            )}
          </p>
        </div>
        <ExampleContract />
      </section>
      <section className="border-t border-line py-12 sm:py-16">
        <h2 className="text-2xl font-bold">{words.howItGoes}</h2>
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
        <h2 className="text-2xl font-bold">{words.promises}</h2>
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
