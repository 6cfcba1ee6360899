import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { BillingProfile, UpdateBilling } from '@/api/types'
import { Toaster } from '@/components/ui/toaster'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import BillingForm from './billing-form'

const server = mockServer()

const stored: BillingProfile = {
  legalName: 'Berg Bakery GmbH',
  addressLines: ['Mill Lane 5'],
  postalCode: '10115',
  city: 'Berlin',
  region: null,
  country: 'DE',
  taxNumber: 'DE123456789',
  reference: null,
}

function open(answer: (body: UpdateBilling) => Response) {
  const sent: UpdateBilling[] = []
  server.use(
    http.get('*/v1/users/me/billing', () => HttpResponse.json(stored)),
    http.patch('*/v1/users/me/billing', async ({ request }) => {
      const body = (await request.json()) as UpdateBilling
      sent.push(body)
      return answer(body)
    }),
  )
  const view = renderAs(
    <>
      <BillingForm />
      <Toaster />
    </>,
    { as: person('Clara', 'client') },
  )
  return { ...view, sent }
}

test('what is stored is there to be changed, and is shown as it was kept', async () => {
  const { user, sent } = open(() => HttpResponse.json({ ...stored, taxNumber: 'DE 987 654 321' }))
  const number = await screen.findByLabelText(/^Tax number/)
  expect(number).toHaveValue('DE123456789')
  expect(screen.getByLabelText(/^Country/)).toHaveValue('DE')
  expect(screen.getByLabelText(/^Street and house/)).toHaveValue('Mill Lane 5')
  await user.clear(number)
  await user.type(number, 'de 987 654 321')
  await user.type(screen.getByLabelText(/^Address, line 2/), '2nd floor')
  await user.click(screen.getByRole('button', { name: 'Save billing details' }))
  expect(await screen.findByText(/Your billing details are saved\./)).toBeInTheDocument()
  expect(sent).toEqual([
    {
      legalName: 'Berg Bakery GmbH',
      addressLines: ['Mill Lane 5', '2nd floor', ''],
      postalCode: '10115',
      city: 'Berlin',
      region: '',
      country: 'DE',
      taxNumber: 'de 987 654 321',
      reference: '',
    },
  ])
  await waitFor(() => expect(number).toHaveValue('DE 987 654 321'))
})

test('each refusal stands at its field', async () => {
  const errors = [
    { pointer: '/taxNumber', code: 'invalid_tax_number', message: 'Enter 4 to 20 letters and digits.' },
    { pointer: '/addressLines/1', code: 'too_long', message: 'Write at most 100 characters.' },
  ]
  const refusal = { code: 'invalid_fields', detail: 'Some fields are wrong.', errors }
  const { user } = open(() => HttpResponse.json(refusal, { status: 422 }))
  await user.click(await screen.findByRole('button', { name: 'Save billing details' }))
  await waitFor(() => expect(screen.getByLabelText(/^Tax number/)).toBeInvalid())
  expect(screen.getByLabelText(/^Address, line 2/)).toBeInvalid()
  expect(screen.getByLabelText(/^Town/)).toBeValid()
})
