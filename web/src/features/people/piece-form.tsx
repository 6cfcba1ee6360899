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
import { isolated } from '@/lib/isolated'
import { useFormFiles } from '@/components/files/use-form-files'

interface Props {
  /** The piece to change, or null for a new one. */
  item: PortfolioItem | null
  onDone: () => void
}

export function PieceForm({ item, onDone }: Props) {
  const [attempts, failed] = useAttempts()
  const [add, adding] = useAddPieceMutation()
  const [update, updating] = useUpdatePieceMutation()
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
  const picture = useFormFiles('portfolio', 'pictureId')
  const [current, setCurrent] = useState(item?.pictureId ?? null)

  const submit = form.handleSubmit(async (values) => {
    const sent = picture.take()
    if (!sent) return failed()
    const body = { ...values, url: values.url || null, pictureId: sent[0] ?? current }
    const result = item ? await update({ id: item.id, body }) : await add(body)
    if ('error' in result) {
      applyProblem(toProblem(result.error), form.setError, (name) => name in values)
      return failed()
    }
    notify.success(`“${isolated(values.title)}” is saved.`)
    onDone()
  }, failed)

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
      <ErrorSummary errors={[...listErrors(errors), ...picture.errors]} attempt={attempts} />
      <TextField
        label="Title"
        error={errors.title?.message}
        {...form.register('title', {
          required: 'Name the piece.',
          minLength: { value: 5, message: 'Write at least 5 characters.' },
        })}
      />
      <TextArea
        label="What it is"
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
            label="Skills"
            optional
            max={15}
            value={field.value}
            onChange={field.onChange}
            error={errors.skills?.message}
          />
        )}
      />
      <TextField
        label="Address"
        optional
        type="url"
        placeholder="https://…"
        error={errors.url?.message}
        {...form.register('url')}
      />
      <PictureField
        label="Picture"
        {...picture.field}
        purpose="portfolio"
        current={current}
        onRemoveCurrent={() => setCurrent(null)}
      />
      <Button type="submit" busy={adding.isLoading || updating.isLoading}>
        Save
      </Button>
    </form>
  )
}
