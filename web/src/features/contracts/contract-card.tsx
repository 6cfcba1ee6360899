import { Link } from 'react-router'
import type { ContractCard as Contract } from '@/api/types'
import { Card } from '@/components/ui/card'
import { PersonLink } from '@/components/ui/person-link'
import { PersonPicture } from '@/components/ui/person-picture'
import { Progress } from '@/components/ui/progress'
import { StatusBadge } from '@/components/ui/status-badge'
import { paths } from '@/config/paths'
import { formatMoney } from '@/lib/format'
import { contractLabels } from '@/lib/labels'
import * as counts from '@/words/counts'
import * as words from './card-words'

interface Props {
  contract: Contract
  userId: string
  /** Its heading: one below that of what it stands in. */
  level?: 'h2' | 'h3'
}

export function ContractCard({ contract, userId, level: Heading = 'h2' }: Props) {
  const { progress } = contract
  const other = contract.clientId === userId ? contract.freelancer : contract.client
  return (
    <Card className="relative transition-colors hover:border-edge">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <Heading dir="auto" className="text-lg font-semibold wrap-anywhere">
            <Link
              to={paths.contract(contract.id)}
              className="after:absolute after:inset-0 after:rounded-card hover:underline"
            >
              <bdi>{contract.taskTitle}</bdi>
            </Link>
          </Heading>
          <p className="mt-2 flex items-center gap-2 text-sm text-ink-muted">
            <PersonPicture
              name={other.name}
              avatarId={other.avatarId}
              size="small"
              className="size-7 text-xs"
            />
            <span className="min-w-0">
              {words.withAndSum(
                <PersonLink id={other.id} name={other.name} hasLeft={other.hasLeft} />,
                <span className="tabular">{formatMoney(contract.total)}</span>,
              )}
            </span>
          </p>
        </div>
        <StatusBadge label={contractLabels[contract.status]} />
      </div>
      <div className="mt-4">
        <div className="mb-1.5 flex justify-between text-sm">
          <span className="text-ink-muted">
            {words.approvedOf(progress.approvedCount, progress.totalCount)}
          </span>
          <span className="tabular font-semibold">{counts.percent(progress.percent)}</span>
        </div>
        <Progress percent={progress.percent} label={words.progressOf(contract.taskTitle)} />
      </div>
    </Card>
  )
}
