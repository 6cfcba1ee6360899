import { useMyTasksInfiniteQuery } from '@/api/tasks-api'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { paths } from '@/config/paths'
import { TaskCard } from '@/features/tasks/task-card'
import * as words from '@/features/tasks/words'
import * as common from '@/words/common'

export default function MyTasks() {
  const query = useMyTasksInfiniteQuery()
  const post = (
    <ButtonLink to={paths.newTask()} icon="plus">
      {common.postTask}
    </ButtonLink>
  )
  return (
    <Page title={words.myTasks} actions={post}>
      <PagedList
        query={query}
        loading={words.loadingTasks}
        failed={words.tasksNotLoaded}
        shape="h-44"
        empty={
          <EmptyState icon="tasks" title={words.noneMine} action={post}>
            {words.noneMineNext}
          </EmptyState>
        }
      >
        {(task) => <TaskCard task={task} own />}
      </PagedList>
    </Page>
  )
}
