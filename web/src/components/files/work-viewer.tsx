import { useState } from 'react'
import { pictureUrl } from '@/api/files'
import { Dialog } from '@/components/ui/dialog'
import { Attachments } from './attachments'
import { isPlayed } from './kind'
import { Player } from './player'
import type { Work } from './work'
import { WorkFace } from './work-face'
import * as words from './work-words'

/** The same place whatever is shown in it, so that nothing moves when it comes. */
const place = 'h-[60dvh] w-full rounded-md bg-sunken'

/** A piece of work, as large as the window has room for, with its file. */
export default function WorkViewer({ work, onClose }: { work: Work; onClose: () => void }) {
  const { title, file } = work
  return (
    <Dialog open size="wide" onClose={onClose} title={<bdi>{title}</bdi>}>
      {file && isPlayed(file) ? <Player file={file} className={place} /> : <Still work={work} />}
      {file && <Attachments files={[file]} className="mt-4" />}
    </Dialog>
  )
}

/** Its picture; of what is none, the mark. */
function Still({ work }: { work: Work }) {
  const { pictureId, title, file } = work
  const [missing, setMissing] = useState(false)
  if (!pictureId) return <WorkFace work={work} alt="" className="h-32 w-full rounded-md" />
  if (missing) {
    return (
      <p role="alert" className={`grid place-items-center p-4 text-ink-muted ${place}`}>
        {words.pictureGone}
      </p>
    )
  }
  return (
    <img
      src={pictureUrl(pictureId, 'large')}
      alt={file ? words.firstPageOf(title) : title}
      onError={() => setMissing(true)}
      className={`object-contain ${place}`}
    />
  )
}
