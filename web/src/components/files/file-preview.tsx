import type { FileRef } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { NearView } from '@/components/ui/near-view'
import { cx } from '@/lib/class-names'
import { useUser } from '@/lib/session'
import { hasPicture } from './kind'
import { kindOf } from './limits'
import { useAddress } from './use-address'

const box =
  'grid size-14 shrink-0 place-items-center overflow-hidden rounded-sm border border-line bg-surface'

/** What a file looks like: a picture of itself or of its first page, or a mark with its kind. The same size before and after it is known. */
export function FilePreview({ file }: { file: FileRef }) {
  // Whoever is not signed in is not told where a file lies.
  const user = useUser()
  if (!user || !hasPicture(file)) return <Mark file={file} />
  return (
    <NearView as="span" className={box}>
      <Picture file={file} />
    </NearView>
  )
}

function Picture({ file }: { file: FileRef }) {
  const [url, forget] = useAddress(file)
  if (!url) return <Mark file={file} />
  return (
    <span className={box}>
      <img
        src={url}
        // The name stands beside it.
        alt=""
        width={56}
        height={56}
        decoding="async"
        referrerPolicy="no-referrer"
        onError={forget}
        // Of a page, what it begins with says most.
        className={cx('size-full object-cover', file.hasPreview && 'object-top')}
      />
    </span>
  )
}

function Mark({ file }: { file: FileRef }) {
  return (
    <span aria-hidden="true" className={box}>
      <span className="grid justify-items-center gap-0.5 text-ink-muted">
        <Icon name="contracts" className="size-5" />
        <span className="text-xs leading-none font-semibold">{kindOf(file)}</span>
      </span>
    </span>
  )
}
