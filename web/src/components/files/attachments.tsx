import { useState } from 'react'
import { download } from '@/api/files'
import { toProblem } from '@/api/problem'
import type { FileRef } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { spoken } from '@/components/ui/spoken'
import { cx } from '@/lib/class-names'
import * as words from './attached-words'
import { FilePreview } from './file-preview'
import { formatSize } from './limits'

/** The files of a thing, each with its download. */
export function Attachments({ files, className }: { files: FileRef[]; className?: string }) {
  const [failed, setFailed] = useState<{ name: string; gone: boolean } | null>(null)
  if (files.length === 0) return null

  async function get(file: FileRef): Promise<void> {
    setFailed(null)
    await download(file.id).catch((error: unknown) =>
      setFailed({ name: file.name, gone: toProblem(error).status === 404 }),
    )
  }

  return (
    <div className={cx('text-sm', className)}>
      <ul aria-label={words.attachedFiles} className="flex flex-wrap gap-2">
        {files.map((file) => (
          <li key={file.id} className="min-w-0">
            <button
              type="button"
              onClick={() => void get(file)}
              className="flex min-h-10 max-w-full items-center gap-3 rounded-md border border-line bg-sunken p-1.5 pr-3 text-left hover:border-edge"
            >
              <FilePreview file={file} />
              <span className="min-w-0 wrap-anywhere">
                {words.download(
                  spoken,
                  <bdi className="font-semibold">{file.name}</bdi>,
                  <span className="tabular text-ink-muted">{formatSize(file.size)}</span>,
                )}
              </span>
              <Icon name="arrow-down" className="size-4 text-ink-muted" />
            </button>
          </li>
        ))}
      </ul>
      {failed && (
        <p role="alert" className="mt-2 font-medium text-danger">
          {(failed.gone ? words.gone : words.notDownloaded)(<bdi>{failed.name}</bdi>)}
        </p>
      )}
    </div>
  )
}
