import { useEffect, useState } from 'react'
import { fileState } from '@/api/files'

/**
 * Where a file's content is, once known: good for a few minutes, so it is asked for when the file is about to be seen. The second
 * answer forgets it. A file that cannot be had has no address; downloading it says what is wrong.
 */
export function useAddress(fileId: string): [string | null, () => void] {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const control = new AbortController()
    fileState(fileId, control.signal)
      .then(({ downloadUrl }) => setUrl(downloadUrl ?? null))
      .catch(() => undefined)
    return () => control.abort()
  }, [fileId])
  return [url, () => setUrl(null)]
}
