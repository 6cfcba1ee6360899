import { useEffect, useState } from 'react'
import { fileState } from '@/api/files'
import type { FileRef } from '@/api/types'

/**
 * Where a file's picture is, once known: its own content, or its first page. Good for a few minutes, so it is asked for when the file is about to be seen. The second
 * answer forgets it. A file that cannot be had has no address; downloading it says what is wrong.
 */
export function useAddress({
  id,
  hasPreview,
}: Pick<FileRef, 'id' | 'hasPreview'>): [string | null, () => void] {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const control = new AbortController()
    fileState(id, control.signal)
      .then(({ downloadUrl, previewUrl }) => setUrl((hasPreview ? previewUrl : downloadUrl) ?? null))
      .catch(() => undefined)
    return () => control.abort()
  }, [id, hasPreview])
  return [url, () => setUrl(null)]
}
