import { Link } from 'react-router'
import { itemsOf } from '@/api/paging'
import { useSearchFreelancersInfiniteQuery } from '@/api/people-api'
import { useSearchTasksInfiniteQuery } from '@/api/tasks-api'
import { PersonPicture } from '@/components/ui/person-picture'
import { paths } from '@/config/paths'
import { formatBudget } from '@/lib/format'
import { categories } from '@/lib/labels'
import { timeLeft } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { bids } from '@/words/records'
import * as words from './landing-words'

/** What is going on right now: open tasks, people who work here, and where to look further. */
export default function LandingLive() {
  return (
    <>
      <OpenTasks />
      <People />
      <section className="border-t border-line py-12 sm:py-16">
        <h2 className="text-2xl font-bold">{words.byCategory}</h2>
        <ul className="mt-6 flex flex-wrap gap-3">
          {Object.entries(categories).map(([id, name]) => (
            <li key={id}>
              <Link
                to={paths.tasks({ category: id })}
                className="inline-flex min-h-11 items-center rounded-full border border-edge bg-surface px-5 font-semibold hover:bg-sunken"
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function OpenTasks() {
  const now = useNow()
  const { data } = useSearchTasksInfiniteQuery({})
  const tasks = itemsOf(data).slice(0, 3)
  if (tasks.length === 0) return null
  return (
    <section className="border-t border-line py-12 sm:py-16">
      <Heading title={words.openNow} to={paths.tasks()} all={words.allOpenTasks} />
      <ul className="mt-6 grid gap-4 lg:grid-cols-3">
        {tasks.map((task) => (
          <li key={task.id} className="grid">
            <article className="relative flex flex-col rounded-card border border-line bg-surface p-5 shadow-card transition-colors hover:border-edge">
              <p className="text-sm text-ink-muted">{categories[task.category]}</p>
              <h3 dir="auto" className="mt-1 line-clamp-2 text-lg font-semibold wrap-anywhere">
                <Link to={paths.task(task.id)} className="after:absolute after:inset-0 hover:underline">
                  {task.title}
                </Link>
              </h3>
              <p className="tabular mt-3 font-semibold">{formatBudget(task.budget)}</p>
              <p className="mt-auto pt-3 text-sm text-ink-muted">
                {bids(task.bidCount)} · {timeLeft(task.deadline, now)}
              </p>
            </article>
          </li>
        ))}
      </ul>
    </section>
  )
}

function People() {
  const { data } = useSearchFreelancersInfiniteQuery({})
  const people = itemsOf(data).slice(0, 4)
  if (people.length === 0) return null
  return (
    <section className="border-t border-line py-12 sm:py-16">
      <Heading title={words.people} to={paths.freelancers()} all={words.allFreelancers} />
      <ul className="mt-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {people.map(({ id, name, headline, avatarId }) => (
          <li key={id} className="grid">
            <article className="relative rounded-card border border-line bg-surface p-5 shadow-card transition-colors hover:border-edge">
              <PersonPicture name={name} avatarId={avatarId} size="small" className="size-12" />
              <h3 dir="auto" className="mt-3 font-semibold wrap-anywhere">
                <Link to={paths.profile(id)} className="after:absolute after:inset-0 hover:underline">
                  {name}
                </Link>
              </h3>
              {headline && (
                <p dir="auto" className="mt-1 line-clamp-2 text-sm text-ink-muted">
                  {headline}
                </p>
              )}
            </article>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Heading({ title, to, all }: { title: string; to: string; all: string }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-3">
      <h2 className="text-2xl font-bold">{title}</h2>
      <Link to={to} className="link">
        {all}
      </Link>
    </div>
  )
}
