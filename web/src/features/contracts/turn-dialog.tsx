import { useContractQuery } from '@/api/contracts-api'
import { toProblem } from '@/api/problem'
import type { Contract, Milestone } from '@/api/types'
import { Dialog } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import * as common from '@/words/common'
import { ApproveDialog, RevisionDialog, SubmitDialog } from './milestone-dialogs'
import * as words from './words'
import * as dialogs from './dialog-words'

export type TurnStep = 'approve' | 'revise' | 'submit'

interface Props {
  contractId: string
  /** When the clock ends that the card shows: it tells which milestone is meant. */
  dueAt: string
  step: TurnStep
  onClose: () => void
}

function meant(contract: Contract, dueAt: string, step: TurnStep): Milestone | undefined {
  const fits = ({ status }: Milestone) =>
    step === 'submit' ? status === 'pending' || status === 'changes_requested' : status === 'in_review'
  const open = contract.milestones.filter(fits)
  return open.find(({ clock }) => clock?.dueAt === dueAt) ?? open[0]
}

/** A step that a card offers, for the milestone that it is about; the contract is fetched first. */
export default function TurnDialog({ contractId, dueAt, step, onClose }: Props) {
  const { data: contract, error, isFetching, refetch } = useContractQuery(contractId)
  const milestone = contract && meant(contract, dueAt, step)
  if (contract && milestone) {
    const Step = { approve: ApproveDialog, revise: RevisionDialog, submit: SubmitDialog }[step]
    return <Step contract={contract} milestone={milestone} onClose={onClose} />
  }
  return (
    <Dialog open onClose={onClose} title={common.oneMoment}>
      {error ? (
        <ErrorState
          error={toProblem(error)}
          title={words.contractNotLoaded}
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      ) : contract ? (
        <p>{dialogs.alreadyDone}</p>
      ) : (
        <Loading label={dialogs.loadingContract}>
          <Skeleton className="h-32" />
        </Loading>
      )}
    </Dialog>
  )
}
