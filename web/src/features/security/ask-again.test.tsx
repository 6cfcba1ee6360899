import { screen, waitFor } from '@testing-library/react'
import { http as mock, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { http } from '@/api/http'
import { toProblem } from '@/api/problem'
import { sessionEvents } from '@/api/session-events'
import { Dialog } from '@/components/ui/dialog'
import { renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { askAgain } from './ask-again'

const server = mockServer()

/** A call that is refused until somebody has shown who they are, and what it sent each time. */
function refusedUntilConfirmed(shown: (body: unknown) => Response | undefined) {
  sessionEvents.confirm = askAgain
  const sent: { key: string | null; body: unknown }[] = []
  let confirmed = false
  server.use(
    mock.post('*/v1/things', async ({ request }) => {
      sent.push({ key: request.headers.get('idempotency-key'), body: await request.json() })
      if (confirmed) return HttpResponse.json({ made: true }, { status: 201 })
      return HttpResponse.json(
        { code: 'reauthentication_required', detail: 'Confirm that it is you.' },
        { status: 403 },
      )
    }),
    mock.post('*/v1/auth/reauthenticate', async ({ request }) => {
      const refused = shown(await request.json())
      confirmed = !refused
      return refused ?? new HttpResponse(null, { status: 204 })
    }),
  )
  return sent
}

const make = () => http.post('/things', { title: 'A logo' }, { headers: { 'Idempotency-Key': 'k1' } })

const refusedField = (pointer: string, message: string) =>
  HttpResponse.json(
    { code: 'invalid_fields', detail: 'x', errors: [{ pointer, code: 'refused', message }] },
    { status: 422 },
  )

function page() {
  const statuses: number[] = []
  const press = () =>
    void make().then(
      ({ status }) => statuses.push(status),
      (error: unknown) => statuses.push(toProblem(error).status),
    )
  const { user } = renderAs(
    <>
      <input aria-label="Title" />
      <button onClick={press}>Send</button>
    </>,
  )
  return { user, statuses }
}

test('asks for the password, makes the same call again, and gives focus back', async () => {
  const sent = refusedUntilConfirmed((body) =>
    (body as { password: string }).password === 'right'
      ? undefined
      : refusedField('/password', 'This is not your password.'),
  )
  const { user, statuses } = page()
  await user.type(screen.getByLabelText('Title'), 'A logo')
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(await screen.findByRole('dialog', { name: 'Is it you?' })).toBeInTheDocument()
  await user.type(screen.getByLabelText('Password'), 'wrong')
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  expect((await screen.findAllByText('This is not your password.')).length).toBeGreaterThan(0)
  await user.clear(screen.getByLabelText('Password'))
  await user.type(screen.getByLabelText('Password'), 'right')
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  await waitFor(() => expect(statuses).toEqual([201]))
  expect(sent).toEqual([
    { key: 'k1', body: { title: 'A logo' } },
    { key: 'k1', body: { title: 'A logo' } },
  ])
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByLabelText('Title')).toHaveValue('A logo')
  await waitFor(() => expect(screen.getByRole('button', { name: 'Send' })).toHaveFocus())
})

test('asks for the code as well where the server wants one', async () => {
  const shown: unknown[] = []
  refusedUntilConfirmed((body) => {
    shown.push(body)
    return 'code' in (body as object) ? undefined : refusedField('/code', 'Enter the code of your app.')
  })
  const { user, statuses } = page()
  await user.click(screen.getByRole('button', { name: 'Send' }))
  await user.type(await screen.findByLabelText('Password'), 'right')
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  await user.type(await screen.findByLabelText('Code'), '123456')
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  await waitFor(() => expect(statuses).toEqual([201]))
  expect(shown).toEqual([{ password: 'right' }, { password: 'right', code: '123456' }])
})

test('whoever closes it gets the refusal, and several calls share one dialog', async () => {
  const sent = refusedUntilConfirmed(() => undefined)
  const { user, statuses } = page()
  await user.dblClick(screen.getByRole('button', { name: 'Send' }))
  await screen.findByRole('dialog')
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(screen.getAllByRole('dialog')).toHaveLength(1)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(statuses).toEqual([403, 403]))
  expect(sent).toHaveLength(2)
})

test('over another dialog it closes by itself, and what is typed below stays', async () => {
  refusedUntilConfirmed(() => undefined)
  const onClose = vi.fn()
  const { user } = renderAs(
    <Dialog open onClose={onClose} title="Close your account?">
      <input aria-label="Why" />
      <button onClick={() => void make().catch(() => undefined)}>Close it</button>
    </Dialog>,
  )
  await user.type(screen.getByLabelText('Why'), 'Moving on')
  await user.click(screen.getByRole('button', { name: 'Close it' }))
  await user.type(await screen.findByLabelText('Password'), 'half')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByLabelText('Password')).toBeNull())
  expect(onClose).not.toHaveBeenCalled()
  expect(screen.getByLabelText('Why')).toHaveValue('Moving on')
  await waitFor(() => expect(screen.getByRole('button', { name: 'Close it' })).toHaveFocus())
})
