import { Link } from 'react-router'
import type { Payment } from '@/api/types'
import { Card } from '@/components/ui/card'
import { PersonLink } from '@/components/ui/person-link'
import { StatusBadge } from '@/components/ui/status-badge'
import { paths } from '@/config/paths'
import { formatMoney } from '@/lib/format'
import { paymentLabels } from '@/lib/labels'
import { formatDate, formatMonth } from '@/lib/time'
import { byMonth } from './totals'

const unknown = { text: 'Unknown', tone: 'neutral', icon: 'info' } as const

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

function Line({ payment }: { payment: Payment }) {
  const fee = payment.fee?.amount ?? 0
  const net = { ...payment.amount, amount: payment.amount.amount - fee }
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 p-4 sm:px-6">
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">
          <Link to={paths.contract(payment.contractId)} className="hover:underline">
            <bdi>{payment.milestoneTitle}</bdi>
          </Link>
        </p>
        <p className="text-sm text-ink-muted">
          <bdi>{payment.taskTitle}</bdi> · {payment.kind === 'charge' ? 'to' : 'from'}{' '}
          <PersonLink {...payment.counterparty} /> · {formatDate(payment.createdAt)}
        </p>
        {payment.invoiceNumber && (
          <Link to={paths.invoice(payment.id)} className="link text-sm">
            Invoice {payment.invoiceNumber}
          </Link>
        )}
      </div>
      <div className="flex items-center gap-4 max-sm:w-full max-sm:justify-between">
        <StatusBadge label={paymentLabels[payment.status] ?? unknown} />
        <p className="tabular text-right">
          <span className="block text-lg font-semibold">{formatMoney(net)}</span>
          {fee > 0 && payment.fee && (
            <span className="block text-xs text-ink-muted">after {formatMoney(payment.fee)} fee</span>
          )}
        </p>
      </div>
    </li>
  )
}
