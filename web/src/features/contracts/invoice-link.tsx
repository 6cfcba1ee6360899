import { Link } from 'react-router'
import { itemsOf } from '@/api/paging'
import { usePaymentsInfiniteQuery } from '@/api/payments-api'
import { paths } from '@/config/paths'
import * as words from './words'

/** The invoice of a paid milestone, when it is among the newest payments; the page of payments has the others. */
export default function InvoiceLink({ milestoneId }: { milestoneId: string }) {
  const { data } = usePaymentsInfiniteQuery()
  const payment = itemsOf(data).find(
    (item) => item.milestoneId === milestoneId && item.kind !== 'refund' && item.invoiceNumber,
  )
  return (
    <Link to={payment ? paths.invoice(payment.id) : paths.payments()} className="link text-sm">
      {payment?.invoiceNumber ? words.invoice(payment.invoiceNumber) : words.payments}
    </Link>
  )
}
