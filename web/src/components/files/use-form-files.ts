import { useState } from 'react'
import type { FilePurpose } from '@/api/types'
import type { FormError } from '@/components/form/form-errors'
import { useUploads } from './use-uploads'

/** The files of a form, which is not sent before each of them is there. `name` is the field's. */
export function useFormFiles(purpose: FilePurpose, name: string, draft?: string) {
  const uploads = useUploads(purpose, draft)
  const [error, setError] = useState<string>()
  const errors: FormError[] = error ? [{ name, message: error }] : []
  return {
    field: { name, purpose, uploads, error },
    /** For the form's summary. */
    errors,
    /** The ids to send; null when the form has to wait, which the field then says. */
    take(): string[] | null {
      const result = uploads.result()
      setError('problem' in result ? result.problem : undefined)
      return 'ids' in result ? result.ids : null
    },
    finish: uploads.finish,
  }
}
