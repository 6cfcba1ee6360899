import { screen } from '@testing-library/react'
import { useLocation } from 'react-router'
import { expect, test } from 'vitest'
import { person, renderAs } from '@/testing/render'
import TopSearch from './top-search'

const Where = () => {
  const { pathname, search } = useLocation()
  return (
    <>
      <TopSearch />
      <output>{pathname + search}</output>
    </>
  )
}

test('a client finds people, and tasks when they say so', async () => {
  const { user } = renderAs(<Where />, { as: person('Clara', 'client') })
  await user.type(screen.getByLabelText('Find freelancers by word'), 'logo{Enter}')
  expect(screen.getByRole('status')).toHaveTextContent('/freelancers?q=logo')
  await user.selectOptions(screen.getByLabelText('Search for'), 'tasks')
  await user.type(screen.getByLabelText('Find tasks by word or skill'), 'logo{Enter}')
  expect(screen.getByRole('status')).toHaveTextContent('/tasks?q=logo')
})
