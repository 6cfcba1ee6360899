import type { FileRef } from '@/api/types'
import { Button } from '@/components/ui/button'
import * as words from './own-words'

interface Props {
  files: FileRef[]
  onRemove: (file: FileRef) => void
}

/** The files that a task has already: what is removed goes once the task is saved. */
export function AttachedField({ files, onRemove }: Props) {
  if (files.length === 0) return null
  return (
    <div>
      <p className="mb-1.5 text-sm font-semibold">{words.attached}</p>
      <ul aria-label={words.attached} className="space-y-2">
        {files.map((file) => (
          <li
            key={file.id}
            className="flex items-center justify-between gap-3 rounded-md border border-line bg-sunken px-3 py-1.5 text-sm"
          >
            <bdi className="min-w-0 wrap-anywhere">{file.name}</bdi>
            <Button
              variant="quiet"
              size="sm"
              aria-label={words.removeFile(file.name)}
              onClick={() => onRemove(file)}
            >
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
