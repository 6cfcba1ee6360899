import { useState } from 'react'
import { Link } from 'react-router'
import { toProblem } from '@/api/problem'
import type { Subscription } from '@/api/types'
import { aboutOf } from '@/components/notifications/categories'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/config/paths'
import * as words from './words'

/** What a link turns off, and on again. */
export function SubscriptionCard({ token, found }: { token: string; found: Subscription }) {
  const [isOff, setIsOff] = useState(found.isOff)
  const [done, setDone] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')

  async function turn(on: boolean): Promise<void> {
    setBusy(true)
    setProblem('')
    try {
      const { subscribe } = await import('@/api/unsubscribe')
      setIsOff((await subscribe(token, on)).isOff)
      setDone(true)
    } catch (error) {
      setProblem(toProblem(error).detail)
    } finally {
      setBusy(false)
    }
  }

  const label = found.category === 'digest' ? words.summary : aboutOf(found.category).name
  const address = <strong className="wrap-anywhere">{found.email}</strong>
  return (
    <Card className="space-y-5">
      <div role="status" className="space-y-5">
        {(done || isOff) && (
          <Notice tone={isOff ? 'success' : 'info'} title={isOff ? words.stopped : words.restarted} />
        )}
        <p>{isOff ? words.isOff(label, address) : words.isOn(label, address)}</p>
      </div>
      <p className="text-sm text-ink-muted">{words.onlyThis}</p>
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      <Button
        variant={isOff ? 'secondary' : 'primary'}
        className="w-full"
        busy={busy}
        onClick={() => void turn(isOff)}
      >
        {isOff ? words.restart : words.stop}
      </Button>
      <p className="text-center">
        <Link to={paths.notificationSettings()} className="link">
          {words.chooseAll}
        </Link>
      </p>
    </Card>
  )
}
