import { useCallback } from 'react'
import { pictureUrl } from '@/api/files'
import type { FilePurpose, FileRef } from '@/api/types'
import { fieldId } from '@/components/form/field-id'
import { Button } from '@/components/ui/button'
import { cx } from '@/lib/class-names'
import { FilesField } from './files-field'
import { formatSize, isPicture } from './limits'
import type { Uploads } from './use-uploads'
import * as words from './words'

interface Props {
  name: string
  label: string
  purpose: Extract<FilePurpose, 'avatar' | 'portfolio'>
  uploads: Uploads
  error?: string
  /** The picture that is shown now, or that of the file's first page. */
  current: string | null
  /** The file that is shown now, unless it is a picture. */
  currentFile?: FileRef | null
  onRemoveCurrent: () => void
}

/** One picture, or for a portfolio any file, with its preview: what is shown now, or what was just chosen. */
export function PictureField({ current, currentFile, onRemoveCurrent, ...field }: Props) {
  const chosen = field.uploads.entries[0]?.content ?? null
  const { purpose } = field
  return (
    <div className="space-y-3">
      {chosen && isPicture(chosen, purpose) && <Chosen file={chosen} className={shape(purpose)} />}
      {!chosen && (current ?? currentFile) && (
        <div className="flex flex-wrap items-end gap-3">
          {current && (
            <img
              src={pictureUrl(current, 'large')}
              alt={currentFile ? words.currentFirstPage : words.currentPicture}
              className={cx(shape(purpose), currentFile && 'object-top')}
            />
          )}
          <div className="min-w-0">
            {currentFile && (
              <p className="text-sm font-semibold wrap-anywhere">
                {words.nameAndSize(
                  <bdi>{currentFile.name}</bdi>,
                  <span className="tabular font-normal text-ink-muted">{formatSize(currentFile.size)}</span>,
                )}
              </p>
            )}
            <Button
              variant="quiet"
              size="sm"
              icon="trash"
              onClick={() => {
                document.getElementById(fieldId(field.name))?.focus()
                onRemoveCurrent()
              }}
            >
              {currentFile ? words.removeShownFile : words.removePicture}
            </Button>
          </div>
        </div>
      )}
      <FilesField {...field} {...texts[purpose]} />
    </div>
  )
}

const texts = {
  avatar: { choose: words.choosePicture, help: words.pictureHelp },
  portfolio: { choose: words.chooseFile, help: words.workHelp },
}

const shape = (purpose: Props['purpose']) =>
  cx(
    'border border-line bg-sunken object-cover',
    purpose === 'avatar' ? 'size-24 rounded-full' : 'aspect-4/3 w-48 rounded-md',
  )

/** A picture of this device, shown without being sent. */
function Chosen({ file, className }: { file: File; className: string }) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(file)
      image.src = url
      return () => URL.revokeObjectURL(url)
    },
    [file],
  )
  return <img ref={show} alt={words.chosenPicture} className={className} />
}
