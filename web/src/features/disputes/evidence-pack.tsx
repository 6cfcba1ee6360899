import { useMakePackMutation } from '@/api/disputes-api'
import { toProblem } from '@/api/problem'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import * as words from './pack-words'

/** Everything about a dispute in one download, for its two sides and for whoever decides. */
export function EvidencePack({ disputeId }: { disputeId: string }) {
  const [make, { data, isLoading, error }] = useMakePackMutation()
  async function go(): Promise<void> {
    const made = await make(disputeId)
    if (made.data) window.location.assign(made.data.downloadUrl)
  }
  return (
    <Card className="space-y-3">
      <h2 className="text-lg font-semibold">{words.title}</h2>
      <p className="text-sm text-ink-muted">{words.text}</p>
      <Button variant="secondary" size="sm" icon="arrow-down" busy={isLoading} onClick={() => void go()}>
        {words.download}
      </Button>
      {isLoading && <p role="status">{words.making}</p>}
      {error && <Notice tone="danger" live title={toProblem(error).detail} />}
      {data && !isLoading && (
        <Notice live title={words.made(data.files)}>
          {data.leftOut.length > 0 && words.leftOut(data.leftOut.length)}
        </Notice>
      )}
    </Card>
  )
}
