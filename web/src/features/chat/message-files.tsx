import { useState } from 'react'
import { download } from '@/api/files'
import type { FileRef } from '@/api/types'
import { Attachments } from '@/components/files/attachments'
import { isShown } from '@/components/files/kind'
import { kindOf } from '@/components/files/limits'
import { useAddress } from '@/components/files/use-address'
import { Icon } from '@/components/ui/icon'
import { NearView } from '@/components/ui/near-view'
import * as words from './file-words'

const place =
  'grid h-36 w-48 max-w-full place-items-center overflow-hidden rounded-md border border-line bg-sunken'

/** The files of a message: pictures as they look, in a place that is kept from the start; the others by their names. */
export function MessageFiles({ files }: { files: FileRef[] }) {
  const pictures = files.filter(isShown)
  const others = files.filter((file) => !isShown(file))
  if (files.length === 0) return null
  return (
    <div className="space-y-2">
      {pictures.length > 0 && (
        <ul aria-label={words.pictures} className="flex flex-wrap gap-2">
          {pictures.map((file) => (
            <li key={file.id} className="max-w-full">
              <PictureButton file={file} />
            </li>
          ))}
        </ul>
      )}
      <Attachments files={others} />
    </div>
  )
}

function PictureButton({ file }: { file: FileRef }) {
  const [failed, setFailed] = useState(false)
  const get = () => {
    setFailed(false)
    download(file.id).catch(() => setFailed(true))
  }
  return (
    <>
      <button
        type="button"
        onClick={get}
        aria-label={words.downloadPicture(file.name)}
        className="block max-w-full rounded-md"
      >
        <NearView className={place}>
          <Picture file={file} />
        </NearView>
      </button>
      {failed && (
        <p role="alert" className="mt-1 text-sm text-danger">
          {words.notDownloaded}
        </p>
      )}
    </>
  )
}

function Picture({ file }: { file: FileRef }) {
  const [url, forget] = useAddress(file)
  return (
    <span className={place}>
      {url ? (
        <img
          src={url}
          alt=""
          decoding="async"
          referrerPolicy="no-referrer"
          onError={forget}
          className="size-full object-cover"
        />
      ) : (
        <span className="grid justify-items-center gap-1 text-ink-muted">
          <Icon name="contracts" />
          <span className="text-xs font-semibold">{kindOf(file)}</span>
        </span>
      )}
    </span>
  )
}
