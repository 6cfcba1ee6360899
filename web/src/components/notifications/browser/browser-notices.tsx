import { useEffect, useEffectEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useNoticePreferencesQuery } from '@/api/notification-settings-api'
import { useMarkReadMutation } from '@/api/notifications-api'
import type { Frame, Told } from '@/api/types'
import { paths } from '@/config/paths'
import { live } from '@/live/live'
import { ownPath } from '../own-path'
import { ShownByBrowser } from './shown'
import { isSeen, showsPage, takeLead } from './tabs'
import { Tally } from './tally'

/** The browser's own notifications, for whoever asked for them. Each tab counts, and the one that leads shows. */
export default function BrowserNotices({ userId }: { userId: string }) {
  const { data: preferences } = useNoticePreferencesQuery()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const [markRead] = useMarkReadMutation()

  const wanted = useEffectEvent((told: Told) =>
    Boolean(preferences?.categories.find(({ category }) => category === told.category)?.browser),
  )
  const open = useEffectEvent((told: Told) => {
    window.focus()
    void navigate(ownPath(told.path) ?? paths.notifications())
    void markRead({ ids: [told.id] })
  })

  useEffect(() => showsPage(pathname), [pathname])

  useEffect(() => {
    const lead = takeLead(userId)
    const tally = new Tally()
    const shown = new ShownByBrowser()

    async function show(told: Told): Promise<void> {
      const counted = tally.add(told, Date.now())
      const path = ownPath(told.path)
      if (!lead.leads() || (path && (await isSeen(path)))) return
      shown.show(told, counted, () => open(told))
    }

    const unsubscribe = live.subscribe((frame?: Frame) => {
      if (frame?.type === 'notification' && wanted(frame.notification)) void show(frame.notification)
      if (frame?.type === 'notifications-read') shown.close(tally.forget(frame))
    })
    return () => {
      unsubscribe()
      lead.end()
      // The next person here must not find them.
      shown.close()
    }
  }, [userId])

  return null
}
