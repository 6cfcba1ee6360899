import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useInvoiceQuery } from '@/api/payments-api'
import { toProblem } from '@/api/problem'
import type { Invoice } from '@/api/types'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/config/paths'
import { InvoiceSheet } from '@/features/payments/invoice-sheet'
import * as words from '@/features/payments/invoice-words'
import { saveFile } from '@/lib/save-file'

/** An invoice, fee invoice or credit note; printed, it stands alone. */
export default function InvoicePage() {
  const { paymentId = '' } = useParams()
  const { data: invoice, error, isFetching, refetch } = useInvoiceQuery(paymentId)
  if (!invoice) {
    if (!error) return <PageLoading />
    return (
      <Page title={words.invoice}>
        <ErrorState error={error} title={words.notLoaded} onRetry={() => void refetch()} busy={isFetching} />
      </Page>
    )
  }
  return (
    <Page
      title={words.titles[invoice.document](invoice.invoiceNumber)}
      width="form"
      actions={
        <Button variant="secondary" icon="print" className="no-print" onClick={() => window.print()}>
          {words.print}
        </Button>
      }
    >
      <InvoiceSheet invoice={invoice} />
      <div className="no-print mt-6 space-y-4">
        <Download invoice={invoice} />
        <p className="text-sm text-ink-muted">
          {words.frozen((text) => (
            <Link to={{ pathname: paths.settings(), hash: 'billing' }} className="link">
              {text}
            </Link>
          ))}
        </p>
      </div>
    </Page>
  )
}

function Download({ invoice }: { invoice: Invoice }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  async function download(): Promise<void> {
    setBusy(true)
    setProblem('')
    try {
      const { invoiceFile } = await import('@/api/invoice-file')
      saveFile(`${invoice.invoiceNumber}.pdf`, await invoiceFile(invoice.paymentId))
    } catch (error) {
      setProblem(toProblem(error).detail)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div>
      <Button icon="arrow-down" busy={busy} onClick={() => void download()}>
        {words.downloadPdf}
      </Button>
      {problem && (
        <Notice tone="danger" live className="mt-2">
          {problem}
        </Notice>
      )}
    </div>
  )
}
