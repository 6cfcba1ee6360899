import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { RequireSession } from './require-session'

const pages = {
  new: lazy(() => import('./routes/tasks/new-task')),
  mine: lazy(() => import('./routes/tasks/my-tasks')),
}

/** The pages about one's own tasks, for who is signed in. */
export default function OwnTasks({ page }: { page: keyof typeof pages }) {
  const Page = pages[page]
  return (
    <Routes>
      <Route element={<RequireSession />}>
        <Route index element={<Page />} />
      </Route>
    </Routes>
  )
}
