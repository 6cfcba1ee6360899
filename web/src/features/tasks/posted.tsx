import { Link } from 'react-router'
import { itemsOf } from '@/api/paging'
import { useSearchFreelancersInfiniteQuery } from '@/api/people-api'
import type { Task } from '@/api/types'
import { Card } from '@/components/ui/card'
import { PersonPicture } from '@/components/ui/person-picture'
import { paths } from '@/config/paths'
import { addressOf, ShareLink } from './share-link'
import * as words from './words'

/** After posting: where the task can be seen, and five freelancers whom it may suit, by skill. */
export default function Posted({ task }: { task: Task }) {
  return (
    <Card className="mb-6">
      <h2 className="text-lg font-semibold">{words.live}</h2>
      <p className="mt-1 text-ink-muted">{words.liveText}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <code className="min-w-0 rounded-sm bg-sunken px-2 py-1 text-sm wrap-anywhere">
          {addressOf(task.id)}
        </code>
        <ShareLink taskId={task.id} />
      </div>
      <Fitting skills={task.skills} />
    </Card>
  )
}

/** Several skills at once would be asked for all together: the first says most of what is needed. */
function Fitting({ skills }: { skills: string[] }) {
  const [first] = skills
  const { data } = useSearchFreelancersInfiniteQuery({ skill: first ? [first] : [] }, { skip: !first })
  const people = itemsOf(data).slice(0, 5)
  if (!first || people.length === 0) return null
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3 className="font-semibold">{words.fitting(<bdi>{first}</bdi>)}</h3>
      <ul className="mt-3 grid gap-3 sm:grid-cols-2">
        {people.map(({ id, name, headline, avatarId }) => (
          <li key={id} className="flex items-center gap-3">
            <PersonPicture name={name} avatarId={avatarId} size="small" />
            <div className="min-w-0">
              <Link to={paths.profile(id)} className="link font-semibold wrap-anywhere">
                <bdi>{name}</bdi>
              </Link>
              {headline && (
                <p dir="auto" className="line-clamp-1 text-sm text-ink-muted">
                  {headline}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
