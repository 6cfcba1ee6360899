import { useEffect, useRef, useState } from 'react'
import { fileState } from '@/api/files'
import type { FileRef } from '@/api/types'
import { Spinner } from '@/components/ui/spinner'
import { cx } from '@/lib/class-names'
import * as words from './work-words'

interface Props {
  file: FileRef
  className: string
}

/**
 * Plays film and sound from where it lies. Its address is good for a few minutes: whoever jumps in it later gets a new one,
 * and goes on where they were.
 */
export function Player({ file, className }: Props) {
  const [url, setUrl] = useState<string | null>(null)
  const [problem, setProblem] = useState<'load' | 'play' | null>(null)
  const [asked, setAsked] = useState(0)
  const at = useRef(0)
  useEffect(() => {
    const control = new AbortController()
    fileState(file.id, control.signal)
      .then(({ downloadUrl }) => (downloadUrl ? setUrl(downloadUrl) : setProblem('load')))
      .catch(() => !control.signal.aborted && setProblem('load'))
    return () => control.abort()
  }, [file.id, asked])

  const name = <bdi>{file.name}</bdi>
  if (problem) {
    return (
      <p role="alert" className={cx('grid place-items-center p-4 text-ink-muted', className)}>
        <span>{problem === 'play' ? words.notPlayed(name) : words.notLoaded(name)}</span>
      </p>
    )
  }
  if (!url) {
    return (
      <div role="status" aria-label={words.loading} className={cx('grid place-items-center', className)}>
        <Spinner />
      </div>
    )
  }
  return (
    // eslint-disable-next-line jsx-a11y/media-has-caption -- somebody's own work: it has the captions that they gave it
    <video
      src={url}
      controls
      playsInline
      preload="metadata"
      aria-label={file.name}
      onLoadedMetadata={({ currentTarget }) => {
        if (at.current === 0) return
        currentTarget.currentTime = at.current
        void currentTarget.play().catch(() => undefined)
      }}
      onError={({ currentTarget }) => {
        // What was never played cannot be; what was has an address that ended. One more is asked for each place in it.
        const place = currentTarget.currentTime
        if (place === at.current) return setProblem('play')
        at.current = place
        setAsked((times) => times + 1)
      }}
      className={cx('object-contain', className)}
    />
  )
}
