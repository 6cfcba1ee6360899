import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { Shell } from '@/components/layout/shell'
import { PageLoading } from '@/components/layout/page-loading'
import { RequireSession } from './require-session'

const Landing = lazy(() => import('./routes/landing'))
const LogIn = lazy(() => import('./routes/auth/log-in'))
const Register = lazy(() => import('./routes/auth/register'))
const VerifyEmail = lazy(() => import('./routes/auth/verify-email'))
const Dashboard = lazy(() => import('./routes/dashboard/dashboard'))
const Browse = lazy(() => import('./routes/tasks/browse'))
const MyTasks = lazy(() => import('./routes/tasks/my-tasks'))
const NewTask = lazy(() => import('./routes/tasks/new-task'))
const TaskPage = lazy(() => import('./routes/tasks/task'))
const NewBid = lazy(() => import('./routes/bids/new-bid'))
const CompareBids = lazy(() => import('./routes/bids/compare-bids'))
const MyBids = lazy(() => import('./routes/bids/my-bids'))
const Contracts = lazy(() => import('./routes/contracts/contracts'))
const ContractPage = lazy(() => import('./routes/contracts/contract'))
const Payments = lazy(() => import('./routes/payments/payments'))
const InvoicePage = lazy(() => import('./routes/payments/invoice'))
const Onboarding = lazy(() => import('./routes/payments/onboarding'))
const NotFound = lazy(() => import('./routes/not-found'))

export function App() {
  return (
    <Shell>
      <Suspense fallback={<PageLoading />}>
        <Routes>
          <Route path="/" element={<Landing />} />
          <Route path="/login" element={<LogIn />} />
          <Route path="/register" element={<Register />} />
          <Route path="/verify-email" element={<VerifyEmail />} />
          <Route path="/tasks" element={<Browse />} />
          <Route path="/tasks/:taskId" element={<TaskPage />} />
          <Route element={<RequireSession />}>
            <Route path="/dashboard" element={<Dashboard />} />
            <Route path="/tasks/new" element={<NewTask />} />
            <Route path="/tasks/mine" element={<MyTasks />} />
            <Route path="/tasks/:taskId/bid" element={<NewBid />} />
            <Route path="/tasks/:taskId/bids" element={<CompareBids />} />
            <Route path="/bids" element={<MyBids />} />
            <Route path="/contracts" element={<Contracts />} />
            <Route path="/contracts/:contractId" element={<ContractPage />} />
            <Route path="/payments" element={<Payments />} />
            <Route path="/payments/onboarding" element={<Onboarding />} />
            <Route path="/payments/:paymentId/invoice" element={<InvoicePage />} />
          </Route>
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Shell>
  )
}
