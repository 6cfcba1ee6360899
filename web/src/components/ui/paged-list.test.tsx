import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderAs } from '@/testing/render'
import { PagedList } from './paged-list'

const query = (items: { id: string }[], hasNextPage: boolean) => ({
  data: { pages: [{ items, nextCursor: hasNextPage ? 'more' : null }] },
  isError: false,
  isFetching: false,
  isFetchingNextPage: false,
  hasNextPage,
  isFetchNextPageError: false,
  fetchNextPage: () => {},
  refetch: () => {},
})

const found = {
  count: (number: number) => (number === 1 ? '1 task' : `${number} tasks`),
  found: (number: number) => `${number} found.`,
  none: 'No tasks found.',
  first: (number: number) => `The first ${number} tasks`,
  noneSoFar: 'Nothing among the newest tasks. “Show more” looks further back.',
}

const list = (items: { id: string }[], more: boolean) =>
  renderAs(
    <PagedList
      query={query(items, more)}
      loading="Loading tasks"
      failed="Could not load the tasks"
      search={found}
      empty={<p>Nothing at all</p>}
    >
      {({ id }) => <p>{id}</p>}
    </PagedList>,
  )

test('a search that has found nothing so far says how far it has looked', () => {
  list([], true)
  expect(screen.getByText(/^Nothing among the newest tasks\./)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: /Show more/ })).toBeInTheDocument()
})

test('it counts what there is, and what is there so far', () => {
  list([{ id: 'a' }], false)
  expect(screen.getByText('1 task')).toBeInTheDocument()
  list([{ id: 'a' }, { id: 'b' }], true)
  expect(screen.getByText('The first 2 tasks')).toBeInTheDocument()
})
