import { useEffect, useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { useContractQuery, useLedgerInfiniteQuery } from '@/api/contracts-api'
import { itemsOf } from '@/api/paging'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { paths } from '@/config/paths'
import { Movements } from '@/features/ledger/movements'
import { useVerdict } from '@/features/ledger/use-verdict'
import { VerdictNotice } from '@/features/ledger/verdict-notice'
import * as words from '@/features/ledger/words'
import * as common from '@/words/common'

/** What happened to the money of a contract, checked by the browser that shows it. */
export default function LedgerPage() {
  const { contractId = '' } = useParams()
  const contract = useContractQuery(contractId)
  const ledger = useLedgerInfiniteQuery(contractId, { refetchOnMountOrArgChange: true })
  const { hasNextPage, isFetching, fetchNextPage, data } = ledger
  // A chain is checked whole.
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const entries = useMemo(() => (data && !hasNextPage ? itemsOf(data) : undefined), [data, hasNextPage])
  const verdict = useVerdict(contractId, entries, data?.pages.at(-1)?.head ?? null)

  const failed = [contract, ledger].find((query) => query.isError)
  if (failed) {
    return (
      <Page title={common.ledger}>
        <ErrorState
          error={failed.error}
          title={words.ledgerNotLoaded}
          onRetry={() => void failed.refetch()}
          busy={failed.isFetching}
        />
      </Page>
    )
  }
  // The check takes a moment: what it says would push down what is being read.
  if (!contract.data || !entries || !verdict) return <PageLoading />
  return (
    <Page
      title={common.ledger}
      width="form"
      intro={words.intro((text) => (
        <Link to={paths.contract(contractId)} className="link">
          {text}
        </Link>
      ))}
    >
      {entries.length === 0 ? (
        <EmptyState icon="payments" title={words.noMovements}>
          {words.noMovementsNext}
        </EmptyState>
      ) : (
        <div className="space-y-6">
          <VerdictNotice verdict={verdict} entries={entries} />
          <Movements entries={entries} contract={contract.data} verdict={verdict} />
          <section className="max-w-prose text-sm text-ink-muted">
            <h2 className="mb-1 font-semibold text-ink">{words.howItWorks}</h2>
            <p>{words.howItWorksText}</p>
          </section>
        </div>
      )}
    </Page>
  )
}
