import { Icon } from '@/components/ui/icon'
import { cx } from '@/lib/class-names'

/** Like the icons of the frame, which every visit carries; these come with the chat. */
const shapes = {
  attach:
    'm19 11.5-7.3 7.3a4.4 4.4 0 0 1-6.2-6.2l7.6-7.6a3 3 0 0 1 4.2 4.2l-7.5 7.5a1.5 1.5 0 0 1-2.1-2.1l6.5-6.5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  edit: 'M4 20h4L19 9l-4-4L4 16v4ZM13 7l4 4',
} as const

/** Three dots are drawn with a wider pen. */
export function Sign({ name, className }: { name: keyof typeof shapes; className?: string }) {
  return <Icon shape={shapes[name]} className={cx(name === 'more' && 'stroke-3', className)} />
}
