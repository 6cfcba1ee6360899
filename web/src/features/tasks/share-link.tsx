import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { paths } from '@/config/paths'
import * as words from './words'

/** The address under which a task can be seen. */
export const addressOf = (taskId: string) => new URL(paths.task(taskId), window.location.href).href

/** Copies a task's address, and says whether that worked. */
export function ShareLink({ taskId }: { taskId: string }) {
  const [copied, setCopied] = useState<boolean | null>(null)

  const copy = () =>
    navigator.clipboard.writeText(addressOf(taskId)).then(
      () => setCopied(true),
      () => setCopied(false),
    )

  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => void copy()}>
        {words.copyLink}
      </Button>
      <span role="status" className="text-sm text-ink-muted">
        {copied === true && words.copied}
        {copied === false && words.notCopied}
      </span>
    </>
  )
}
