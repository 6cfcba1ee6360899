import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { renderAs } from '@/testing/render'
import { ErrorSummary } from './error-summary'
import type { FormError } from './form-errors'
import { TextField } from './text-field'
import { useAttempts } from './use-attempts'

/** A form that fails with the next of these each time it is sent. */
function Form({ tries }: { tries: FormError[][] }) {
  const [attempts, failed] = useAttempts()
  const [errors, setErrors] = useState<FormError[]>([])
  const of = (name: string) => errors.find((error) => error.name === name)?.message
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempts} />
      <TextField name="code" label="Code" error={of('code')} onChange={() => setErrors([])} />
      <TextField name="name" label="Name" error={of('name')} />
      <button
        onClick={() => {
          setErrors(tries[attempts] ?? [])
          failed()
        }}
      >
        Send
      </button>
    </>
  )
}

const wrong = { name: 'code', message: 'This code is wrong.' }
const send = () => screen.getByRole('button', { name: 'Send' })

test('one error is said once, beside its field, which gets the focus each time', async () => {
  const { user } = renderAs(<Form tries={[[wrong], [wrong]]} />)
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await user.click(send())
    expect(screen.getAllByText(wrong.message)).toHaveLength(1)
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(screen.getByLabelText('Code')).toHaveFocus()
    expect(screen.getByLabelText('Code')).toHaveAccessibleDescription(wrong.message)
  }
})

test('several stand in a summary that leads to each', async () => {
  const missing = { name: 'name', message: 'Enter a name.' }
  const { user } = renderAs(<Form tries={[[missing, wrong]]} />)
  await user.click(send())
  const summary = screen.getByRole('alert')
  expect(summary).toHaveFocus()
  expect(summary).toHaveTextContent('Please check 2 things')
  await user.click(screen.getByRole('button', { name: wrong.message }))
  expect(screen.getByLabelText('Code')).toHaveFocus()
})

test.each([
  ['about the whole form', { name: '', message: 'Try again later.' }],
  ['of a field that is not on the page', { name: 'skills.0', message: 'A word is too long.' }],
])('what is %s is said in the summary', async (_, error) => {
  const { user } = renderAs(<Form tries={[[error]]} />)
  await user.click(send())
  expect(screen.getByRole('alert')).toHaveFocus()
  expect(screen.getByRole('alert')).toHaveTextContent(error.message)
})

test('what comes up while somebody types takes no focus away', async () => {
  const { user } = renderAs(<Form tries={[[wrong]]} />)
  await user.click(send())
  await user.type(screen.getByLabelText('Code'), '1')
  expect(screen.queryByText(wrong.message)).not.toBeInTheDocument()
  await user.type(screen.getByLabelText('Name'), 'Ada')
  expect(screen.getByLabelText('Name')).toHaveFocus()
})
