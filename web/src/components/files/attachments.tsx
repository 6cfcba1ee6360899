import { useState } from 'react'
import { download } from '@/api/files'
import type { FileRef } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { cx } from '@/lib/class-names'
import { formatSize } from './limits'

/** The files of a thing, each with its download. */
export function Attachments({ files, className }: { files: FileRef[]; className?: string }) {
  const [failed, setFailed] = useState<string | null>(null)
  if (files.length === 0) return null

  async function get(file: FileRef): Promise<void> {
    setFailed(null)
    await download(file.id).catch(() => setFailed(file.name))
  }

  return (
    <div className={cx('text-sm', className)}>
      <ul aria-label="Attached files" className="flex flex-wrap gap-2">
        {files.map((file) => (
          <li key={file.id} className="min-w-0">
            <button
              type="button"
              onClick={() => void get(file)}
              className="flex min-h-10 max-w-full items-center gap-2 rounded-md border border-line bg-sunken px-3 py-1.5 text-left hover:border-edge"
            >
              <Icon name="contracts" className="size-4 text-ink-muted" />
              <span className="min-w-0 wrap-anywhere">
                <span className="sr-only">Download </span>
                <bdi className="font-semibold">{file.name}</bdi>{' '}
                <span className="tabular text-ink-muted">{formatSize(file.size)}</span>
              </span>
              <Icon name="arrow-down" className="size-4 text-ink-muted" />
            </button>
          </li>
        ))}
      </ul>
      {failed && (
        <p role="alert" className="mt-2 font-medium text-danger">
          “<bdi>{failed}</bdi>” could not be downloaded. Try again.
        </p>
      )}
    </div>
  )
}
