import { useEffect, useState } from 'react'
import { Link, useLocation, useParams, useSearchParams } from 'react-router'
import { useContractQuery } from '@/api/contracts-api'
import type { Contract } from '@/api/types'
import { Page } from '@/components/layout/page'
import { PageLoading } from '@/components/layout/page-loading'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { PersonLink } from '@/components/ui/person-link'
import { Progress } from '@/components/ui/progress'
import { StatusBadge } from '@/components/ui/status-badge'
import { paths } from '@/config/paths'
import { MessagePerson } from '@/features/chat/message-person'
import { FundingNotice } from '@/features/contracts/funding-notice'
import { MilestoneItem } from '@/features/contracts/milestone-item'
import { MilestoneNav } from '@/features/contracts/milestone-nav'
import { NextAction } from '@/features/contracts/next-action'
import { OtherSide } from '@/features/contracts/other-side'
import * as words from '@/features/contracts/words'
import { MilestoneChargeback } from '@/features/chargebacks/milestone-chargeback'
import { MilestoneDispute } from '@/features/disputes/milestone-dispute'
import { MilestoneRefund } from '@/features/refunds/milestone-refund'
import { formatMoney } from '@/lib/format'
import { contractLabels } from '@/lib/labels'
import { useUser } from '@/lib/session'
import * as common from '@/words/common'
import * as counts from '@/words/counts'

/** Money is on its way somewhere: the page looks again until it has arrived. */
const moving = ['checkout_open', 'release_queued', 'releasing', 'release_unknown']

export default function ContractPage() {
  const { contractId = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const user = useUser()
  const { data: contract, error, isFetching, refetch } = useContractQuery(contractId)
  const back = params.get('funding')
  const paid = contract?.milestones.find(({ id }) => id === params.get('milestone'))
  const waitsForFunding = back === 'success' && paid?.payment.status === 'checkout_open'
  const waits =
    waitsForFunding || contract?.milestones.some(({ payment }) => moving.slice(1).includes(payment.status))

  useEffect(() => {
    if (!waits) return
    const timer = setInterval(() => void refetch(), 1500)
    return () => clearInterval(timer)
  }, [waits, refetch])

  // Once the payment is there the address loses its news: a reload does not thank again.
  const arrived = back === 'success' && paid !== undefined && !waitsForFunding
  const [thanked, setThanked] = useState<string | null>(null)
  if (arrived && thanked !== paid.id) setThanked(paid.id)
  useEffect(() => {
    if (arrived) setParams({}, { replace: true })
  }, [arrived, setParams])

  // A mail or a card may lead to one milestone; it is there only once the contract has come.
  const { hash } = useLocation()
  const loaded = !!contract
  useEffect(() => {
    if (loaded && hash) document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [loaded, hash])

  if (!contract) {
    if (!error) return <PageLoading />
    return (
      <Page title={words.contract}>
        <ErrorState
          error={error}
          title={words.contractNotLoaded}
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      </Page>
    )
  }
  const userId = user?.id ?? ''
  const held = contract.milestones.find(({ id, status }) => id === thanked && status !== 'approved')
  const news = back ?? (held ? 'success' : null)
  const asClient = contract.clientId === userId
  const other = asClient ? contract.freelancer : contract.client
  return (
    <Page
      title={contract.taskTitle}
      intro={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <StatusBadge label={contractLabels[contract.status]} />
          <span>
            {words.withAndTask(
              <PersonLink id={other.id} name={other.name} hasLeft={other.hasLeft} />,
              (text) => (
                <Link to={paths.task(contract.taskId)} className="link">
                  {text}
                </Link>
              ),
            )}
          </span>
        </span>
      }
    >
      {news && (
        <div className="mb-6">
          <FundingNotice
            back={news}
            waits={waitsForFunding}
            contract={contract}
            milestone={news === 'success' ? (paid ?? held) : undefined}
          />
          {!waitsForFunding && (
            <button
              type="button"
              className="link mt-2 text-sm"
              onClick={() => {
                setThanked(null)
                setParams({}, { replace: true })
              }}
            >
              {words.dismiss}
            </button>
          )}
        </div>
      )}
      <div className="grid gap-4 lg:grid-cols-[1fr_20rem]">
        <Summary contract={contract} />
        <OtherSide person={other} role={asClient ? 'freelancer' : 'client'}>
          {!other.hasLeft && (
            <MessagePerson
              taskId={contract.taskId}
              person={other}
              freelancerId={contract.freelancerId}
              className="mt-4 w-full"
            />
          )}
        </OtherSide>
      </div>
      <h2 className="mt-8 mb-4 text-xl font-semibold">{common.milestones}</h2>
      <ol className="space-y-5">
        {contract.milestones.map((milestone) => (
          <MilestoneItem
            key={milestone.id}
            contract={contract}
            milestone={milestone}
            userId={userId}
            dispute={
              <>
                <MilestoneChargeback contract={contract} milestone={milestone} userId={userId} />
                <MilestoneRefund contract={contract} milestone={milestone} userId={userId} />
                <MilestoneDispute contract={contract} milestone={milestone} userId={userId} />
              </>
            }
          />
        ))}
      </ol>
      <p className="mt-6">
        <Link to={paths.ledger(contract.id)} className="link">
          {common.ledger}
        </Link>
      </p>
      <NextAction contract={contract} userId={userId} />
    </Page>
  )
}

function Summary({ contract }: { contract: Contract }) {
  const { progress } = contract
  return (
    <Card>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-3">
        <p>
          {words.percentDone(
            <span className="tabular text-2xl font-bold">{counts.percent(progress.percent)}</span>,
            (text) => (
              <span className="text-ink-muted">{text}</span>
            ),
            progress.approvedCount,
            progress.totalCount,
          )}
        </p>
        <p className="tabular font-semibold">
          {words.sumOf(
            formatMoney(progress.approvedAmount),
            (text) => (
              <span className="font-normal text-ink-muted">{text}</span>
            ),
            formatMoney(progress.totalAmount),
          )}
        </p>
      </div>
      <Progress percent={progress.percent} label={words.progress} />
      <MilestoneNav milestones={contract.milestones} />
    </Card>
  )
}
