import type { MouseEvent } from 'react'
import { Link } from 'react-router'
import { paths } from '@/config/paths'
import { cx } from '@/lib/class-names'

interface Props {
  id: string
  name: string
  /** There is nothing to look at any more. */
  hasLeft?: boolean
  /** Opens it beside the page instead; a new tab or window still shows the page of the profile. */
  onOpen?: () => void
  className?: string
}

/** Meant for another tab, or a download. */
const elsewhere = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button !== 0 || metaKey || ctrlKey || shiftKey || altKey

/** Somebody's name, which leads to what they say of themselves; above a card that is a link as a whole. */
export function PersonLink({ id, name, hasLeft, onOpen, className }: Props) {
  if (hasLeft) return <bdi className={cx('wrap-anywhere', className)}>{name}</bdi>
  function open(event: MouseEvent): void {
    if (!onOpen || elsewhere(event)) return
    event.preventDefault()
    onOpen()
  }
  return (
    <Link
      to={paths.profile(id)}
      onClick={open}
      {...(onOpen && { 'aria-haspopup': 'dialog' })}
      className={cx(
        'relative wrap-anywhere underline decoration-edge underline-offset-3 hover:decoration-current',
        className,
      )}
    >
      <bdi>{name}</bdi>
    </Link>
  )
}
