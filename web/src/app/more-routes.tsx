import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { sessionEvents } from '@/api/session-events'
import { paths } from '@/config/paths'
import { RequireSession } from './require-session'

/** Every page but those that visits begin with: a first visit does not carry the list of these. */

const ForgotPassword = lazy(() => import('./routes/auth/forgot-password'))
const ResetPassword = lazy(() => import('./routes/auth/reset-password'))
const VerifyEmail = lazy(() => import('./routes/auth/verify-email'))
const Profile = lazy(() => import('./routes/people/profile'))
const Freelancers = lazy(() => import('./routes/people/freelancers'))
const Dashboard = lazy(() => import('./routes/dashboard/dashboard'))
const EditTask = lazy(() => import('./routes/tasks/edit-task'))
const NewBid = lazy(() => import('./routes/bids/new-bid'))
const CompareBids = lazy(() => import('./routes/bids/compare-bids'))
const MyBids = lazy(() => import('./routes/bids/my-bids'))
const Contracts = lazy(() => import('./routes/contracts/contracts'))
const ContractPage = lazy(() => import('./routes/contracts/contract'))
const LedgerPage = lazy(() => import('./routes/contracts/ledger'))
const Disputes = lazy(() => import('./routes/disputes/disputes'))
const DisputeRoom = lazy(() => import('./routes/disputes/dispute'))
const OpenDisputes = lazy(() => import('./routes/disputes/open-disputes'))
const Messages = lazy(() => import('./routes/messages/messages'))
const Payments = lazy(() => import('./routes/payments/payments'))
const Onboarding = lazy(() => import('./routes/payments/onboarding'))
const InvoicePage = lazy(() => import('./routes/payments/invoice'))
const SavedTalent = lazy(() => import('./routes/people/saved-talent'))
const Settings = lazy(() => import('./routes/settings/settings'))
const EditProfile = lazy(() => import('./routes/settings/edit-profile'))
const Security = lazy(() => import('./routes/settings/security'))
const Notifications = lazy(() => import('./routes/notifications/notifications'))
const NotificationSettings = lazy(() => import('./routes/settings/notifications'))
const Unsubscribe = lazy(() => import('./routes/notifications/unsubscribe'))
const About = lazy(() => import('./routes/about/about'))
const NotFound = lazy(() => import('./routes/not-found'))

// Here, since whatever is dangerous is done on one of these pages.
sessionEvents.confirm = async () => {
  const { askAgain } = await import('@/features/security/ask-again')
  return askAgain()
}

const about = [paths.fees(), paths.help(), paths.terms(), paths.privacy(), paths.accessibility()]

export default function MoreRoutes() {
  return (
    <Routes>
      <Route path="/forgot-password" element={<ForgotPassword />} />
      <Route path="/reset-password" element={<ResetPassword />} />
      <Route path="/verify-email" element={<VerifyEmail />} />
      <Route path="/unsubscribe" element={<Unsubscribe />} />
      <Route path="/people/:userId" element={<Profile />} />
      <Route path="/freelancers" element={<Freelancers />} />
      {about.map((path) => (
        <Route key={path} path={path} element={<About />} />
      ))}
      <Route element={<RequireSession />}>
        <Route path="/dashboard" element={<Dashboard />} />
        <Route path="/tasks/:taskId/edit" element={<EditTask />} />
        <Route path="/tasks/:taskId/bid" element={<NewBid />} />
        <Route path="/tasks/:taskId/bids" element={<CompareBids />} />
        <Route path="/bids" element={<MyBids />} />
        <Route path="/freelancers/saved" element={<SavedTalent />} />
        <Route path="/settings" element={<Settings />} />
        <Route path="/settings/profile" element={<EditProfile />} />
        <Route path="/settings/security" element={<Security />} />
        <Route path="/settings/notifications" element={<NotificationSettings />} />
        <Route path="/notifications" element={<Notifications />} />
        <Route path="/contracts" element={<Contracts />} />
        <Route path="/contracts/:contractId" element={<ContractPage />} />
        <Route path="/contracts/:contractId/money" element={<LedgerPage />} />
        <Route path="/disputes" element={<Disputes />} />
        <Route path="/disputes/:disputeId" element={<DisputeRoom />} />
        <Route path="/admin/disputes" element={<OpenDisputes />} />
        <Route path="/messages/:roomId?" element={<Messages />} />
        <Route path="/payments" element={<Payments />} />
        <Route path="/payments/onboarding" element={<Onboarding />} />
        <Route path="/payments/:paymentId/invoice" element={<InvoicePage />} />
      </Route>
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
