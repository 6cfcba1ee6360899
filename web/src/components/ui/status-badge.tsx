import type { Label } from '@/lib/labels'
import { Badge } from './badge'

export function StatusBadge({ label }: { label: Label }) {
  return (
    <Badge tone={label.tone} icon={label.icon}>
      {label.text}
    </Badge>
  )
}
