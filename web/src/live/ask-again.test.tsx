import { act, screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { useContractQuery } from '@/api/contracts-api'
import { useProfileQuery } from '@/api/people-api'
import { aContract, aProfile } from '@/testing/entities'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { askAgain } from './ask-again'

const server = mockServer()

function Page() {
  const contract = useContractQuery('ctr_1')
  const profile = useProfileQuery('usr_fiona')
  return (
    <p>
      {contract.data?.status}, {profile.data?.completedContracts} completed
    </p>
  )
}

test('a step of the other side is on the page at once, and in the records of the people', async () => {
  let done = 0
  server.use(
    http.get('*/v1/contracts/ctr_1', () =>
      HttpResponse.json({ ...aContract([]), status: done ? 'completed' : 'active' }),
    ),
    http.get('*/v1/users/usr_fiona', () =>
      HttpResponse.json({ ...aProfile('Fiona'), completedContracts: done }),
    ),
  )
  const { store } = renderAs(<Page />, { as: person('Fiona', 'freelancer') })
  expect(await screen.findByText('active, 0 completed')).toBeInTheDocument()
  done = 1
  await act(() => askAgain(store, { type: 'pong' }))
  expect(screen.getByText('active, 0 completed')).toBeInTheDocument()
  await act(() => askAgain(store, { type: 'contract', contractId: 'ctr_1' }))
  expect(await screen.findByText('completed, 1 completed')).toBeInTheDocument()
})
