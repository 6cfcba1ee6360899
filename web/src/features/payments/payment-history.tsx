import { useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { itemsOf } from '@/api/paging'
import { useFilteredPaymentsInfiniteQuery, usePaymentsInfiniteQuery } from '@/api/payments-api'
import { toProblem } from '@/api/problem'
import type { PaymentFilter, PaymentStatus } from '@/api/types'
import { SelectField } from '@/components/form/select-field'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { LoadMore } from '@/components/ui/load-more'
import { Notice } from '@/components/ui/notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { paymentLabels } from '@/lib/labels'
import { saveFile } from '@/lib/save-file'
import * as words from './history-words'
import { PaymentList } from './payment-list'
import { daysOf, isPeriod, periods } from './period'
import * as pageWords from './words'

const states = Object.keys(paymentLabels) as PaymentStatus[]

/** The lines of the history, by state and period, and the same as a file. What is chosen stands in the address. */
export function PaymentHistory() {
  const [params, setParams] = useSearchParams()
  const status = states.find((state) => state === params.get('state'))
  const period = params.get('period')
  const thisYear = new Date().getUTCFullYear()
  const filter = useMemo<PaymentFilter>(
    () => ({ ...(status && { status }), ...(isPeriod(period) && daysOf(period, new Date())) }),
    [status, period],
  )
  function choose(name: string, value: string): void {
    const next = new URLSearchParams(params)
    if (value) next.set(name, value)
    else next.delete(name)
    setParams(next, { replace: true })
  }
  return (
    <section aria-labelledby="history" className="mt-8">
      <h2 id="history" className="mb-4 text-xl font-semibold">
        {words.history}
      </h2>
      <div className="mb-6 grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
        <SelectField
          name="state"
          label={words.state}
          value={status ?? ''}
          onChange={({ target }) => choose('state', target.value)}
        >
          <option value="">{words.anyState}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {paymentLabels[state].text}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="period"
          label={words.period}
          value={isPeriod(period) ? period : ''}
          onChange={({ target }) => choose('period', target.value)}
        >
          <option value="">{words.allTime}</option>
          {periods.map((span) => (
            <option key={span} value={span}>
              {words.periods[span]}
            </option>
          ))}
        </SelectField>
        <Download filter={filter} />
      </div>
      <Lines filter={filter} />
      <div className="mt-6 flex flex-wrap gap-2">
        <StatementOf year={thisYear} />
        <StatementOf year={thisYear - 1} />
      </div>
    </section>
  )
}

function Lines({ filter }: { filter: PaymentFilter }) {
  const isFiltered = Object.keys(filter).length > 0
  // Without a filter they are there already: the sums above come from them.
  const all = usePaymentsInfiniteQuery()
  const filtered = useFilteredPaymentsInfiniteQuery(filter, { skip: !isFiltered })
  const query = isFiltered ? filtered : all
  const { currentData, hasNextPage, isFetching, fetchNextPage } = query
  const payments = itemsOf(currentData)
  // With a filter a page may hold nothing, and the next one something.
  const looksOn = payments.length === 0 && hasNextPage && !isFetching
  useEffect(() => {
    if (looksOn) void fetchNextPage()
  }, [looksOn, fetchNextPage])
  if (query.isError) {
    return (
      <ErrorState
        error={query.error}
        title={pageWords.paymentsNotLoaded}
        onRetry={() => void query.refetch()}
        busy={isFetching}
      />
    )
  }
  if (!currentData || (payments.length === 0 && hasNextPage)) {
    return (
      <Loading label={words.loadingPayments}>
        <Skeleton className="h-36 rounded-card" />
      </Loading>
    )
  }
  return (
    <>
      <p role="status" className="sr-only">
        {isFiltered && words.found(payments.length)}
      </p>
      {payments.length === 0 ? (
        <EmptyState icon="payments" title={isFiltered ? words.nothingFits : pageWords.noPayments}>
          {isFiltered ? words.nothingFitsNext : pageWords.noPaymentsNext}
        </EmptyState>
      ) : (
        <PaymentList payments={payments} />
      )}
      {hasNextPage && (
        <LoadMore
          count={payments.length}
          hasMore
          busy={query.isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      )}
    </>
  )
}

/** Fetches a file when it is asked for, and says what went wrong. */
function useFile(name: string, fetchFile: () => Promise<Blob>) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  async function download(): Promise<void> {
    setBusy(true)
    setProblem('')
    try {
      saveFile(name, await fetchFile())
    } catch (error) {
      setProblem(toProblem(error).detail)
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, download }
}

function Download({ filter }: { filter: PaymentFilter }) {
  const { busy, problem, download } = useFile('proconnect-payments.csv', async () => {
    const { paymentsFile } = await import('@/api/payments-file')
    return paymentsFile(filter)
  })
  return (
    <div>
      <Button
        variant="secondary"
        icon="arrow-down"
        className="w-full"
        busy={busy}
        onClick={() => void download()}
      >
        {words.download}
      </Button>
      {problem && (
        <Notice tone="danger" live className="mt-2">
          {problem}
        </Notice>
      )}
    </div>
  )
}

/** All documents of a year, with their sums; the books go by years of UTC. */
function StatementOf({ year }: { year: number }) {
  const { busy, problem, download } = useFile(`proconnect-statement-${year}.pdf`, async () => {
    const { statementFile } = await import('@/api/invoice-file')
    return statementFile(year)
  })
  return (
    <div>
      <Button variant="quiet" size="sm" icon="arrow-down" busy={busy} onClick={() => void download()}>
        {words.statement(year)}
      </Button>
      {problem && (
        <Notice tone="danger" live className="mt-2">
          {problem}
        </Notice>
      )}
    </div>
  )
}
