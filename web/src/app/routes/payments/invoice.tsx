import { useParams } from 'react-router'
import { useInvoiceQuery } from '@/api/payments-api'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { HandshakeMark } from '@/components/ui/logo'
import * as words from '@/features/payments/list-words'
import { formatMoney } from '@/lib/format'
import { formatDate } from '@/lib/time'

export default function InvoicePage() {
  const { paymentId = '' } = useParams()
  const { data: invoice, error, isFetching, refetch } = useInvoiceQuery(paymentId)
  if (!invoice) {
    if (!error) return <PageLoading />
    return (
      <Page title={words.invoice}>
        <ErrorState
          error={error}
          title={words.invoiceNotLoaded}
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      </Page>
    )
  }
  return (
    <Page
      title={words.invoiceNumber(invoice.invoiceNumber)}
      width="form"
      actions={
        <Button variant="secondary" icon="print" className="no-print" onClick={() => window.print()}>
          {words.print}
        </Button>
      }
    >
      <Card>
        <div className="flex items-start justify-between gap-4">
          <HandshakeMark className="size-10" />
          <p className="text-right text-sm text-ink-muted">{words.issued(formatDate(invoice.issuedAt))}</p>
        </div>
        <dl className="mt-6 grid gap-4 text-sm sm:grid-cols-2">
          <div>
            <dt className="text-ink-muted">{words.from}</dt>
            <dd className="font-semibold">
              <bdi>{invoice.seller.name}</bdi>
            </dd>
          </div>
          <div>
            <dt className="text-ink-muted">{words.to}</dt>
            <dd className="font-semibold">
              <bdi>{invoice.buyer.name}</bdi>
            </dd>
          </div>
        </dl>
        <table className="mt-6 w-full text-left text-sm">
          <thead>
            <tr className="border-b border-edge">
              <th scope="col" className="py-2">
                {words.what}
              </th>
              <th scope="col" className="py-2 text-right">
                {words.amount}
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
                {words.total}
              </th>
              <td className="tabular py-3 text-right text-base font-bold">{formatMoney(invoice.total)}</td>
            </tr>
          </tfoot>
        </table>
      </Card>
    </Page>
  )
}
