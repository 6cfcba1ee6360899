import { useMyTasksInfiniteQuery } from '@/api/tasks-api'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { paths } from '@/config/paths'
import { TaskCard } from '@/features/tasks/task-card'

export default function MyTasks() {
  const query = useMyTasksInfiniteQuery()
  const post = (
    <ButtonLink to={paths.newTask()} icon="plus">
      Post a task
    </ButtonLink>
  )
  return (
    <Page title="My tasks" actions={post}>
      <PagedList
        query={query}
        noun="tasks"
        shape="h-44"
        empty={
          <EmptyState icon="tasks" title="You have posted no task yet" action={post}>
            Describe what you need; the first bids often come within a day.
          </EmptyState>
        }
      >
        {(task) => <TaskCard task={task} own />}
      </PagedList>
    </Page>
  )
}
