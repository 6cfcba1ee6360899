import { Link } from 'react-router'
import type { ContractCard as Contract } from '@/api/types'
import { Card } from '@/components/ui/card'
import { PersonLink } from '@/components/ui/person-link'
import { Progress } from '@/components/ui/progress'
import { StatusBadge } from '@/components/ui/status-badge'
import { paths } from '@/config/paths'
import { formatMoney } from '@/lib/format'
import { contractLabels } from '@/lib/labels'

export function ContractCard({ contract, userId }: { contract: Contract; userId: string }) {
  const { progress } = contract
  const other =
    contract.clientId === userId
      ? { id: contract.freelancerId, name: contract.freelancerName }
      : { id: contract.clientId, name: contract.clientName }
  return (
    <Card className="relative transition-colors hover:border-edge">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 dir="auto" className="text-lg font-semibold wrap-anywhere">
            <Link
              to={paths.contract(contract.id)}
              className="after:absolute after:inset-0 after:rounded-card hover:underline"
            >
              <bdi>{contract.taskTitle}</bdi>
            </Link>
          </h2>
          <p className="mt-1 text-sm text-ink-muted">
            with <PersonLink {...other} /> · <span className="tabular">{formatMoney(contract.total)}</span>
          </p>
        </div>
        <StatusBadge label={contractLabels[contract.status]} />
      </div>
      <div className="mt-4">
        <div className="mb-1.5 flex justify-between text-sm">
          <span className="text-ink-muted">
            {progress.approvedCount} of {progress.totalCount} milestones approved
          </span>
          <span className="tabular font-semibold">{progress.percent} %</span>
        </div>
        <Progress percent={progress.percent} label={`Progress of ${contract.taskTitle}`} />
      </div>
    </Card>
  )
}
