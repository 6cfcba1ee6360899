import { Link } from 'react-router'
import { Section } from '@/components/layout/page'
import { paths } from '@/config/paths'
import { MoneyOverview } from '@/features/payments/money-overview'
import * as words from './words'

export function Money() {
  return (
    <Section
      title={words.money}
      aside={
        <Link to={paths.payments()} className="link text-sm">
          {words.historyAndInvoices}
        </Link>
      }
    >
      <MoneyOverview />
    </Section>
  )
}
