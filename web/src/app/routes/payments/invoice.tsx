import { useParams } from 'react-router'
import { useInvoiceQuery } from '@/api/payments-api'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { HandshakeMark } from '@/components/ui/logo'
import { formatMoney } from '@/lib/format'
import { formatDate } from '@/lib/time'

export default function InvoicePage() {
  const { paymentId = '' } = useParams()
  const { data: invoice, error, isFetching, refetch } = useInvoiceQuery(paymentId)
  if (!invoice) {
    if (!error) return <PageLoading />
    return (
      <Page title="Invoice">
        <ErrorState error={error} what="the invoice" onRetry={() => void refetch()} busy={isFetching} />
      </Page>
    )
  }
  return (
    <Page
      title={`Invoice ${invoice.invoiceNumber}`}
      width="form"
      actions={
        <Button variant="secondary" icon="print" className="no-print" onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <Card>
        <div className="flex items-start justify-between gap-4">
          <HandshakeMark className="size-10" />
          <p className="text-right text-sm text-ink-muted">Issued {formatDate(invoice.issuedAt)}</p>
        </div>
        <dl className="mt-6 grid gap-4 text-sm sm:grid-cols-2">
          <div>
            <dt className="text-ink-muted">From</dt>
            <dd className="font-semibold">
              <bdi>{invoice.seller.name}</bdi>
            </dd>
          </div>
          <div>
            <dt className="text-ink-muted">To</dt>
            <dd className="font-semibold">
              <bdi>{invoice.buyer.name}</bdi>
            </dd>
          </div>
        </dl>
        <table className="mt-6 w-full text-left text-sm">
          <thead>
            <tr className="border-b border-edge">
              <th scope="col" className="py-2">
                What
              </th>
              <th scope="col" className="py-2 text-right">
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {invoice.lines.map((line) => (
              <tr key={line.description} className="border-b border-line">
                <td className="py-3 pr-4 wrap-anywhere">{line.description}</td>
                <td className="tabular py-3 text-right">{formatMoney(line.amount)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="py-3 text-base">
                Total
              </th>
              <td className="tabular py-3 text-right text-base font-bold">{formatMoney(invoice.total)}</td>
            </tr>
          </tfoot>
        </table>
      </Card>
    </Page>
  )
}
