import { useMakePackMutation } from '@/api/disputes-api'
import { toProblem } from '@/api/problem'
import { Button } from '@/components/ui/button'
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
    <section className="card space-y-3 p-5" aria-labelledby="evidence-pack">
      <h2 id="evidence-pack" className="text-lg font-semibold">
        {words.title}
      </h2>
      <p className="text-ink-muted">{words.text}</p>
      <Button variant="quiet" busy={isLoading} onClick={() => void go()}>
        {words.download}
      </Button>
      {isLoading && <p role="status">{words.making}</p>}
      {error && <Notice tone="danger" live title={toProblem(error).detail} />}
      {data && !isLoading && (
        <Notice live title={words.made(data.files)}>
          {data.leftOut.length > 0 && words.leftOut(data.leftOut.length)}
        </Notice>
      )}
    </section>
  )
}
