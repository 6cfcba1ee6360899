import { useProfileQuery } from '@/api/people-api'
import { Card } from '@/components/ui/card'
import { PersonLink } from '@/components/ui/person-link'
import { PersonPicture } from '@/components/ui/person-picture'
import { plural } from '@/lib/format'
import { formatMonth } from '@/lib/time'

interface Props {
  id: string
  name: string
  /** What they are in this contract. */
  role: 'client' | 'freelancer'
}

/** The other person of a contract. As high before their record is known as after. */
export function OtherSide({ id, name, role }: Props) {
  const { data } = useProfileQuery(id)
  const record =
    data &&
    (role === 'freelancer'
      ? plural(data.completedContracts, 'contract') + ' completed'
      : `${plural(data.tasksPosted, 'task')}, ${plural(data.hires, 'hire')}`)
  return (
    <Card className="flex items-center gap-4">
      <PersonPicture name={name} avatarId={data?.profile.avatarId ?? null} size="small" className="size-14" />
      <div className="min-w-0">
        <p className="text-sm text-ink-muted">Your {role}</p>
        <p className="font-semibold">
          <PersonLink id={id} name={name} />
        </p>
        <p className="min-h-10 text-sm text-ink-muted">
          {data && (
            <>
              {record} · here since {formatMonth(data.createdAt)}
            </>
          )}
        </p>
      </div>
    </Card>
  )
}
