import { useCallback } from 'react'
import { pictureUrl } from '@/api/files'
import type { FilePurpose } from '@/api/types'
import { fieldId } from '@/components/form/field-id'
import { Button } from '@/components/ui/button'
import { cx } from '@/lib/class-names'
import { FilesField } from './files-field'
import type { Uploads } from './use-uploads'

interface Props {
  name: string
  label: string
  purpose: Extract<FilePurpose, 'avatar' | 'portfolio'>
  uploads: Uploads
  error?: string
  /** The picture that is shown now. */
  current: string | null
  onRemoveCurrent: () => void
}

/** One picture with its preview: the one that is shown now, or the one that was just chosen. */
export function PictureField({ current, onRemoveCurrent, ...field }: Props) {
  const chosen = field.uploads.entries[0]?.content ?? null
  return (
    <div className="space-y-3">
      {chosen && <Chosen file={chosen} className={shape(field.purpose)} />}
      {!chosen && current && (
        <div className="flex items-end gap-3">
          <img src={pictureUrl(current, 'large')} alt="As it is shown now" className={shape(field.purpose)} />
          <Button
            variant="quiet"
            size="sm"
            icon="trash"
            onClick={() => {
              document.getElementById(fieldId(field.name))?.focus()
              onRemoveCurrent()
            }}
          >
            Remove the picture
          </Button>
        </div>
      )}
      <FilesField {...field} />
    </div>
  )
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
  return <img ref={show} alt="As you have chosen it" className={className} />
}
