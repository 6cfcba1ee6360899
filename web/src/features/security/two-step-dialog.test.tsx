import { screen } from '@testing-library/react'
import { delay, http, HttpResponse } from 'msw'
import { afterEach, expect, test, vi } from 'vitest'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import TwoStepDialog from './two-step-dialog'

const server = mockServer()
const recoveryCodes = ['abcd-efgh', 'ijkl-mnop']

afterEach(() => vi.restoreAllMocks())

async function scan(confirm: () => Response | Promise<Response>) {
  const enrolment = { otpauthUrl: 'otpauth://totp/ProConnect', secret: 'ABC' }
  server.use(
    http.post('*/v1/auth/totp', () => HttpResponse.json(enrolment)),
    http.post('*/v1/auth/totp/confirm', confirm),
  )
  const onClose = vi.fn()
  const { user } = renderAs(<TwoStepDialog user={person('Ada', 'client')} onClose={onClose} />)
  await user.type(screen.getByLabelText('Password'), 'a long pass phrase')
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  await user.type(await screen.findByLabelText('Code'), '123456')
  await user.click(screen.getByRole('button', { name: 'Turn it on' }))
  return { user, onClose }
}

test('the recovery codes stay until the person says that they are saved', async () => {
  const { user, onClose } = await scan(() => HttpResponse.json({ recoveryCodes }))
  await screen.findByText('abcd-efgh')
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.getByRole('alert')).toHaveTextContent('Save the codes first')
  expect(screen.getByText('abcd-efgh')).toBeInTheDocument()
  expect(onClose).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'I have saved them' }))
  expect(onClose).toHaveBeenCalledOnce()
})

test('they can be copied and downloaded', async () => {
  const { user } = await scan(() => HttpResponse.json({ recoveryCodes }))
  await user.click(await screen.findByRole('button', { name: 'Copy' }))
  expect(await navigator.clipboard.readText()).toBe('abcd-efgh\nijkl-mnop')
  expect(screen.getByRole('status')).toHaveTextContent('Copied.')

  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  expect(await screen.findByText(/won’t let us copy/)).toBeInTheDocument()

  const saved: Blob[] = []
  const revoke = vi.fn()
  const urls = { createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`, revokeObjectURL: revoke }
  vi.stubGlobal('URL', Object.assign(URL, urls))
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  await user.click(screen.getByRole('button', { name: 'Download' }))
  expect(await saved[0]?.text()).toContain('abcd-efgh\nijkl-mnop')
  expect(click).toHaveBeenCalledOnce()
  expect(revoke).not.toHaveBeenCalled()
})

test('a wrong code is said once, beside its field', async () => {
  const detail = 'This code is wrong. Type the one that the app shows now.'
  await scan(() => HttpResponse.json({ code: 'invalid_code', detail }, { status: 422 }))
  expect(await screen.findAllByText(detail)).toHaveLength(1)
  expect(screen.getByLabelText('Code')).toHaveFocus()
})

test('cannot be closed while the codes are on their way', async () => {
  const { user, onClose } = await scan(async () => {
    await delay('infinite')
    return new Response()
  })
  await user.keyboard('{Escape}')
  expect(onClose).not.toHaveBeenCalled()
})
