import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { saveFile } from '@/lib/save-file'
import { formatDate } from '@/lib/time'
import * as words from './two-step-words'

interface Props {
  codes: string[]
  email: string
  /** Somebody tried to close the dialog. */
  reminded: boolean
  onSaved: () => void
}

/** Shown once; nobody can ask for them again. So they go only when the person says that they are saved. */
export function RecoveryCodes({ codes, email, reminded, onSaved }: Props) {
  const [copying, setCopying] = useState<'' | 'done' | 'failed'>('')

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(codes.join('\n'))
      setCopying('done')
    } catch {
      // Refused by the person or by the browser; pages without TLS have no clipboard at all.
      setCopying('failed')
    }
  }

  return (
    <>
      <Notice tone="warning" title={words.onlyNow}>
        {words.onlyNowText}
      </Notice>
      <ul aria-label={words.recoveryCodes} className="tabular mt-4 grid grid-cols-2 gap-2 font-semibold">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-5 flex flex-wrap gap-2">
        <Button variant="secondary" size="sm" icon="copy" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button
          variant="secondary"
          size="sm"
          icon="arrow-down"
          onClick={() => saveFile('proconnect-recovery-codes.txt', asText(codes, email))}
        >
          {words.download}
        </Button>
      </div>
      <p role="status" className="mt-2 text-sm text-ink-muted empty:hidden">
        {copying === 'done' && words.copied}
        {copying === 'failed' && words.notCopied}
      </p>
      {reminded && (
        <Notice tone="danger" live className="mt-4" title={words.saveFirst}>
          {words.saveFirstText}
        </Notice>
      )}
      <Button className="mt-5" onClick={onSaved}>
        {words.haveSaved}
      </Button>
    </>
  )
}

function asText(codes: string[], email: string): Blob {
  const head = words.fileHead(email, formatDate(new Date().toISOString()))
  const text = [head, words.fileText, '', ...codes, ''].join('\n')
  return new Blob([text], { type: 'text/plain' })
}
