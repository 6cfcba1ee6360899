import { Link } from 'react-router'
import type { DisputeCard as Listed } from '@/api/types'
import { Card } from '@/components/ui/card'
import { PersonLink } from '@/components/ui/person-link'
import { StatusBadge } from '@/components/ui/status-badge'
import { paths } from '@/config/paths'
import { formatMoney } from '@/lib/format'
import { disputeLabels } from '@/lib/labels'
import { DisputeClock } from './dispute-clock'
import * as words from './words'

interface Props {
  dispute: Listed
  userId: string
}

/** A dispute in a list. */
export function DisputeCard({ dispute, userId }: Props) {
  const { client, freelancer } = dispute
  const person = ({ id, name, hasLeft }: Listed['client']) => (
    <PersonLink id={id} name={name} hasLeft={hasLeft} />
  )
  return (
    <Card className="relative transition-colors hover:border-edge">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 dir="auto" className="text-lg font-semibold wrap-anywhere">
            <Link
              to={paths.dispute(dispute.id)}
              className="after:absolute after:inset-0 after:rounded-card hover:underline"
            >
              <bdi>{dispute.milestoneTitle}</bdi>
            </Link>
          </h2>
          <p className="mt-1 text-sm text-ink-muted">{words.between(person(client), person(freelancer))}</p>
          <p dir="auto" className="mt-2 wrap-anywhere">
            {dispute.reason}
          </p>
        </div>
        <div className="ml-auto space-y-2 text-right">
          <StatusBadge label={disputeLabels[dispute.status]} />
          <p className="tabular font-semibold">
            {words.heldSum(formatMoney(dispute.heldAmount), dispute.clock !== null)}
          </p>
        </div>
      </div>
      {dispute.clock && (
        <div className="mt-4">
          <DisputeClock dispute={dispute} clock={dispute.clock} userId={userId} />
        </div>
      )}
    </Card>
  )
}
