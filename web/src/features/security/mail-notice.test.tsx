import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { person, renderAs } from '@/testing/render'
import { MailNotice } from './mail-notice'

it('says nothing while mail arrives', () => {
  const { container } = renderAs(<MailNotice />, { as: person('Ada', 'client') })
  expect(container).toBeEmptyDOMElement()
})

it('says that mail comes back, and from which address', () => {
  renderAs(<MailNotice />, { as: { ...person('Ada', 'client'), mailStopped: 'bounced' } })
  expect(screen.getByText('Our mail to you comes back')).toBeVisible()
  expect(screen.getByText('ada@example.com')).toBeVisible()
})

it('says what is still sent after a complaint', () => {
  renderAs(<MailNotice />, { as: { ...person('Ada', 'client'), mailStopped: 'complained' } })
  expect(screen.getByText(/marked as spam/)).toBeVisible()
})
