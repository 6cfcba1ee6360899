import { Notice } from '@/components/ui/notice'
import { useUser } from '@/lib/session'
import * as words from './words'

/** Tells somebody whose address gets no more mail. Nothing when it does. */
export function MailNotice({ className }: { className?: string }) {
  const user = useUser()
  if (!user?.mailStopped) return null
  const address = <bdi className="font-semibold break-all">{user.email}</bdi>
  const { title, text } = user.mailStopped === 'bounced' ? words.mailBounces : words.mailIsSpam
  return (
    <Notice tone="warning" className={className} title={title}>
      <p>{text(address)}</p>
    </Notice>
  )
}
