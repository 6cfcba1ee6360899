import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { ErrorBoundary } from './error-boundary'
import { Shell } from '@/components/layout/shell'
import { useUser } from '@/lib/session'
import { PageLoading } from '@/components/layout/page-loading'

const Landing = lazy(() => import('./routes/landing'))
const LogIn = lazy(() => import('./routes/auth/log-in'))
const Register = lazy(() => import('./routes/auth/register'))
const Browse = lazy(() => import('./routes/tasks/browse'))
const TaskPage = lazy(() => import('./routes/tasks/task'))
// Here, because what stands for an id below would take them for one.
const OwnTasks = lazy(() => import('./own-tasks'))
const OwnAside = lazy(() => import('./own-aside'))
const MoreRoutes = lazy(() => import('./more-routes'))

export function App() {
  const user = useUser()
  return (
    <Shell aside={user && <OwnAside />}>
      <ErrorBoundary inside>
        <Suspense fallback={<PageLoading />}>
          <Routes>
            <Route path="/" element={<Landing />} />
            <Route path="/login" element={<LogIn />} />
            <Route path="/register" element={<Register />} />
            <Route path="/tasks" element={<Browse />} />
            <Route path="/tasks/:taskId" element={<TaskPage />} />
            <Route path="/tasks/new" element={<OwnTasks page="new" />} />
            <Route path="/tasks/mine" element={<OwnTasks page="mine" />} />
            <Route path="/*" element={<MoreRoutes />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </Shell>
  )
}
