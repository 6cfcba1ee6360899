import { lazy, Suspense, useState } from 'react'
import { cx } from '@/lib/class-names'
import type { Work } from './work'
import { WorkFace } from './work-face'
import * as words from './work-words'

const WorkViewer = lazy(() => import('./work-viewer'))

interface Props {
  work: Work
  alt: string
  sizes?: string
  className?: string
}

/** What shows a piece of work; pressed, it is looked at large, played or downloaded. */
export function WorkButton({ className, ...face }: Props) {
  const [open, setOpen] = useState(false)
  const { work } = face
  if (!work.pictureId && !work.file) return <WorkFace {...face} className={className} />
  return (
    <>
      <button
        type="button"
        aria-label={words.lookAt(work.title)}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className={cx('block', className)}
      >
        <WorkFace {...face} className="size-full" />
      </button>
      {open && (
        <Suspense>
          <WorkViewer work={work} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
