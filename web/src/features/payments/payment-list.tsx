import { Link } from 'react-router'
import type { Payment } from '@/api/types'
import { Card } from '@/components/ui/card'
import { PersonLink } from '@/components/ui/person-link'
import { PersonPicture } from '@/components/ui/person-picture'
import { StatusBadge } from '@/components/ui/status-badge'
import { paths } from '@/config/paths'
import { formatMoney } from '@/lib/format'
import { paymentLabels } from '@/lib/labels'
import { formatDate, formatMonth } from '@/lib/time'
import * as words from './list-words'
import { byMonth } from './totals'

const unknown = { text: words.unknown, tone: 'neutral', icon: 'info' } as const

/** The history, by month; each line opens its contract and its invoice. */
export function PaymentList({ payments }: { payments: Payment[] }) {
  return (
    <>
      {byMonth(payments).map(({ month, payments: list }) => (
        <section key={month} className="mb-6">
          <h2 className="mb-2 text-sm font-semibold text-ink-muted">
            {formatMonth(`${month}-15T00:00:00Z`)}
          </h2>
          <Card flush>
            <ul className="divide-y divide-line">
              {list.map((payment) => (
                <Line key={payment.id} payment={payment} />
              ))}
            </ul>
          </Card>
        </section>
      ))}
    </>
  )
}

const lines = { charge: words.paidTo, transfer: words.paidBy, refund: words.backFrom } as const

function Line({ payment }: { payment: Payment }) {
  const fee = payment.fee?.amount ?? 0
  const other = payment.counterparty
  const net = { ...payment.amount, amount: payment.amount.amount - fee }
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 p-4 sm:flex-nowrap sm:px-6">
      <div className="flex min-w-0 gap-3">
        <PersonPicture name={other.name} avatarId={other.avatarId} size="small" />
        <div className="min-w-0">
          <p className="font-semibold wrap-anywhere">
            <Link to={paths.contract(payment.contractId)} className="hover:underline">
              <bdi>{payment.milestoneTitle}</bdi>
            </Link>
          </p>
          <p className="text-sm text-ink-muted">
            {lines[payment.kind](
              <bdi>{payment.taskTitle}</bdi>,
              <PersonLink id={other.id} name={other.name} hasLeft={other.hasLeft} />,
              formatDate(payment.createdAt),
            )}
          </p>
          {payment.invoiceNumber && (
            <Link to={paths.invoice(payment.id)} className="link text-sm">
              {words.documentNumber[payment.kind](payment.invoiceNumber)}
            </Link>
          )}
        </div>
      </div>
      <div className="flex shrink-0 items-center gap-4 max-sm:w-full max-sm:justify-between">
        <StatusBadge label={paymentLabels[payment.status] ?? unknown} />
        <p className="tabular text-right">
          <span className="block text-lg font-semibold">{formatMoney(net)}</span>
          {fee > 0 && payment.fee && (
            <span className="block text-xs text-ink-muted">{words.afterFee(formatMoney(payment.fee))}</span>
          )}
        </p>
      </div>
    </li>
  )
}
