import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useAddPieceMutation, useUpdatePieceMutation } from '@/api/people-api'
import { toProblem } from '@/api/problem'
import type { PortfolioItem } from '@/api/types'
import { ErrorSummary } from '@/components/form/error-summary'
import { applyProblem, listErrors } from '@/components/form/form-errors'
import { TagsField } from '@/components/form/tags-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { useAttempts } from '@/components/form/use-attempts'
import { notify } from '@/components/ui/notify'
import { Button } from '@/components/ui/button'
import { PictureField } from '@/components/files/picture-field'
import { useIdempotencyKey } from '@/components/form/use-idempotency-key'
import { useFormFiles } from '@/components/files/use-form-files'
import * as common from '@/words/common'
import * as words from './words'

interface Props {
  /** The piece to change, or null for a new one. */
  item: PortfolioItem | null
  onDone: () => void
}

export function PieceForm({ item, onDone }: Props) {
  const [attempts, failed] = useAttempts()
  const [add, adding] = useAddPieceMutation()
  const [update, updating] = useUpdatePieceMutation()
  const keyOf = useIdempotencyKey()
  const form = useForm({
    defaultValues: {
      title: item?.title ?? '',
      description: item?.description ?? '',
      skills: item?.skills ?? [],
      url: item?.url ?? '',
    },
    shouldFocusError: false,
  })
  const { errors } = form.formState
  const file = useFormFiles('portfolio', 'fileId')
  const [removed, setRemoved] = useState(false)
  const shown = removed ? null : item

  const submit = form.handleSubmit(async (values) => {
    const sent = file.take()
    if (!sent) return failed()
    // What is not named stays.
    const change = sent[0] ? { fileId: sent[0] } : removed ? { fileId: null } : {}
    const body = { ...values, url: values.url || null, ...change }
    const result = item
      ? await update({ id: item.id, body })
      : await add({ body, idempotencyKey: keyOf(body) })
    if ('error' in result) {
      applyProblem(toProblem(result.error), form.setError, (name) => name in values)
      return failed()
    }
    notify.success(words.pieceSaved(values.title))
    onDone()
  }, failed)

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
      <ErrorSummary errors={[...listErrors(errors), ...file.errors]} attempt={attempts} />
      <TextField
        label={common.title}
        error={errors.title?.message}
        {...form.register('title', {
          required: words.pieceUnnamed,
          minLength: { value: 5, message: words.pieceNameShort },
        })}
      />
      <TextArea
        label={words.whatItIs}
        optional
        rows={4}
        error={errors.description?.message}
        {...form.register('description')}
      />
      <Controller
        control={form.control}
        name="skills"
        render={({ field }) => (
          <TagsField
            name="skills"
            label={common.skills}
            optional
            max={15}
            value={field.value}
            onChange={field.onChange}
            error={errors.skills?.message}
          />
        )}
      />
      <TextField
        label={words.address}
        optional
        type="url"
        placeholder="https://…"
        error={errors.url?.message}
        {...form.register('url')}
      />
      <PictureField
        label={words.file}
        {...file.field}
        purpose="portfolio"
        current={shown?.pictureId ?? null}
        currentFile={shown?.file}
        onRemoveCurrent={() => setRemoved(true)}
      />
      <Button type="submit" busy={adding.isLoading || updating.isLoading}>
        {words.save}
      </Button>
    </form>
  )
}
