import { Link } from 'react-router'
import { Section } from '@/components/layout/page'
import { paths } from '@/config/paths'
import { MoneyOverview } from '@/features/payments/money-overview'

export function Money() {
  return (
    <Section
      title="Money"
      aside={
        <Link to={paths.payments()} className="link text-sm">
          History and invoices
        </Link>
      }
    >
      <MoneyOverview />
    </Section>
  )
}
