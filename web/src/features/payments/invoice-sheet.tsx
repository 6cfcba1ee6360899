import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Invoice, InvoiceParty, Money } from '@/api/types'
import { Card } from '@/components/ui/card'
import { HandshakeMark } from '@/components/ui/logo'
import { paths } from '@/config/paths'
import { countryName } from '@/lib/countries'
import { formatMoney } from '@/lib/format'
import { paymentLabels } from '@/lib/labels'
import { formatPlainDate } from '@/lib/time'
import * as words from './invoice-words'

/** What stands on the document. The server writes the same as a page and as a PDF. */
export function InvoiceSheet({ invoice }: { invoice: Invoice }) {
  const { document, fee, lines } = invoice
  return (
    <Card>
      <HandshakeMark className="size-10" />
      <dl className="mt-4 grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_1fr]">
        <Fact name={words.issuedOn}>{words.dayInUtc(formatPlainDate(invoice.issuedOn))}</Fact>
        {invoice.credits && <Fact name={words.creditFor}>{invoice.credits}</Fact>}
        {invoice.reference && (
          <Fact name={words.reference}>
            <bdi>{invoice.reference}</bdi>
          </Fact>
        )}
        <Fact name={words.contract}>
          <Link to={paths.contract(invoice.contractId)} className="link wrap-anywhere">
            {invoice.contractId}
          </Link>
        </Fact>
        <Fact name={words.state}>{paymentLabels[invoice.status]?.text ?? invoice.status}</Fact>
      </dl>
      <div className="mt-6 grid gap-6 text-sm sm:grid-cols-2">
        <Side heading={words.seller} party={invoice.seller} />
        <Side heading={words.buyer} party={invoice.buyer} />
      </div>
      <Sums
        heading={document === 'credit_note' ? words.takenBack : words.charged}
        rows={lines.map(({ description, amount }) => [description, amount])}
        total={[words.total, invoice.total]}
      />
      {document === 'fee_invoice' && fee && (
        <Sums
          heading={words.payout}
          rows={[
            [words.released, invoice.gross],
            [words.fee, { ...fee, amount: -fee.amount }],
          ]}
          total={[words.paidOut, invoice.net]}
        />
      )}
      <p className="mt-6 text-sm text-ink-muted">{words.notes[document]}</p>
      <p className="mt-2 text-sm text-ink-muted">{words.noTax}</p>
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-muted">{name}</dt>
      <dd className="wrap-anywhere max-sm:mb-2">{children}</dd>
    </div>
  )
}

function Side({ heading, party }: { heading: string; party: InvoiceParty }) {
  const town = [party.postalCode, party.city].filter(Boolean).join(' ')
  const country = party.country && countryName(party.country)
  const lines = [...party.addressLines, town, party.region, country].filter((line): line is string => !!line)
  return (
    <section aria-label={heading} className="min-w-0 wrap-anywhere">
      <h2 className="text-ink-muted">{heading}</h2>
      <p className="mt-1 font-semibold" dir="auto">
        {party.name}
      </p>
      {lines.map((line, place) => (
        <p key={place} dir="auto">
          {line}
        </p>
      ))}
      {party.taxNumber && <p>{words.taxNumber(party.taxNumber)}</p>}
    </section>
  )
}

type Row = [what: string, amount: Money]

function Sums({ heading, rows, total }: { heading: string; rows: Row[]; total: Row }) {
  return (
    <>
      <h2 className="mt-8 font-semibold">{heading}</h2>
      <table className="mt-2 w-full text-left text-sm">
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
          {rows.map(([what, amount]) => (
            <tr key={what} className="border-b border-line">
              <th scope="row" dir="auto" className="py-3 pr-4 font-normal wrap-anywhere">
                {what}
              </th>
              <td className="tabular py-3 text-right">{formatMoney(amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="py-3 text-base">
              {total[0]}
            </th>
            <td className="tabular py-3 text-right text-base font-bold">{formatMoney(total[1])}</td>
          </tr>
        </tfoot>
      </table>
    </>
  )
}
