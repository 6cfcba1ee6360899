import type { components as live } from './generated/frames'
import type { components } from './generated/schema'

/** The shapes on the wire, by short names. They come from openapi.json and asyncapi.json: `npm run api`. */

type Schemas = components['schemas']

/** The server writes every field of an answer, `null` where there is nothing; the schema only allows it to. */
export type Written<T> = T extends (infer Item)[]
  ? Written<Item>[]
  : T extends object
    ? { [Name in keyof T]-?: Written<Exclude<T[Name], undefined>> }
    : T

export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

export type Role = Schemas['Role']
export type Currency = Schemas['Currency']
export type Category = Schemas['Category']
export type BudgetType = Schemas['BudgetType']
export type TaskStatus = Schemas['TaskStatus']
export type BidStatus = Schemas['BidStatus']
export type DeclineReason = Schemas['DeclineReason']
export type ContractStatus = Schemas['ContractStatus']
export type WorkStatus = Schemas['WorkStatus']
export type FundsStatus = Schemas['FundsStatus']

export type Money = Schemas['Money']
export type Budget = Schemas['Budget']
export type User = Written<Schemas['SelfUser']>
export type Tokens = Written<Schemas['Tokens']>
export type Clock = Written<Schemas['Waiting']>
export type Person = Written<Schemas['Person']>
export type TaskCard = Written<Schemas['TaskCard']>
export type Task = Written<Schemas['Task']>
export type TaskEdit = Task['changes'][number]['edits'][number]
export type UpdateTask = Schemas['UpdateTask']
export type Bid = Written<Schemas['Bid']>
export type BidPiece = Written<Schemas['BidPiece']>
export type Progress = Written<Schemas['Progress']>
export type ContractCard = Written<Schemas['ContractCard']>
export type Contract = Written<Schemas['Contract']>
export type Milestone = Written<Schemas['Milestone']>
export type Submission = Written<Schemas['Submission']>
export type Revision = Written<Schemas['Revision']>
export type DisputeStatus = Schemas['DisputeStatus']
export type Dispute = Written<Schemas['Dispute']>
export type DisputeCard = Written<Schemas['DisputeCard']>
export type DisputeOutcome = Written<Schemas['DisputeOutcome']>
export type Evidence = Written<Schemas['Evidence']>
export type Actor = Schemas['Actor']
export type OpenDispute = Schemas['OpenDispute']
export type AddEvidence = Schemas['AddEvidence']
export type ProposeSplit = Schemas['ProposeSplit']
export type ResolveDispute = Schemas['ResolveDispute']
export type RefundRequest = Written<Schemas['RefundRequest']>
export type RequestRefund = Schemas['RequestRefund']
export type OfferRefund = Schemas['OfferRefund']
export type DeclineRefund = Schemas['DeclineRefund']
export type StuckPayment = Written<Schemas['StuckPayment']>
export type RetryPayment = Schemas['RetryPayment']
export type ResolvePayment = Schemas['ResolvePayment']
export type Payment = Written<Schemas['Payment']>
export type PaymentKind = Schemas['PaymentKind']
export type PaymentStatus = Schemas['PaymentStatus']
/** Which lines of the payment history; days are of UTC. */
export interface PaymentFilter {
  status?: PaymentStatus
  from?: string
  to?: string
}
export type Invoice = Written<Schemas['Invoice']>
export type InvoiceParty = Written<Schemas['InvoiceParty']>
export type BillingProfile = Written<Schemas['BillingProfile']>
export type UpdateBilling = Schemas['UpdateBilling']
export type LedgerEntry = Written<Schemas['LedgerEntry']>
export type LedgerHead = Written<Schemas['LedgerHead']>
export type LedgerPage = Page<LedgerEntry> & { head: LedgerHead | null }
export type PayoutAccount = Written<Schemas['PayoutAccount']>

export type Country = Schemas['Country']
export type Profile = Written<Schemas['Profile']>
export type PortfolioItem = Written<Schemas['PortfolioItem']>
export type Me = User & { profile: Profile }
export type PublicProfile = Omit<Written<Schemas['PublicProfile']>, 'profile'> & { profile: Profile }
export type TalentCard = Written<Schemas['TalentCard']>
export type SavedTalent = { freelancer: TalentCard; savedAt: string }
export type Dashboard = Written<Schemas['Dashboard']>
export type CurrencyTotals = Written<Schemas['CurrencyTotals']>
export type Export = Written<Schemas['Export']>
export type Session = Written<Schemas['Session']>
export type Activity = Written<Schemas['Activity']>
export type ActivityKind = Schemas['ActivityKind']
export type UpdateMe = Schemas['UpdateMe']
export type Piece = Schemas['Piece']

export type FilePurpose = Schemas['FilePurpose']
export type FileRef = Schemas['FileRef']
export type StoredFile = Schemas['File']
export type AnnouncedFile = Schemas['AnnouncedFile']

export type Room = Written<Schemas['Room']>
export type Participant = Written<Schemas['Participant']>
export type Presence = NonNullable<Participant['presence']>
export type Message = Written<Schemas['Message']>
export type Hit = Written<Schemas['Hit']>
export type RoomHit = Written<Schemas['RoomHit']>
export type Place = Schemas['Place']
export type Elsewhere = Schemas['Elsewhere']
export type ReportReason = Schemas['ReportReason']
export type Blocked = Written<Schemas['Blocked']>

export type Ticket = Schemas['Ticket']
/** What the server says over the WebSocket connection. */
export type Frame = live['schemas']['ServerFrame']
/** What this page says over it. */
export type ClientFrame = live['schemas']['ClientFrame']

/** Lists and optional things of a request may be left out. */
export type CreateTask = Schemas['CreateTask']
export type CreateBid = Schemas['CreateBid']
export type Enrolment = Schemas['Enrolled']
export type SubmitWork = Schemas['Submit']
export type RequestRevision = Schemas['RequestRevision']
export type Registration = Omit<Schemas['Register'], 'role'>

/** What somebody was told. `Notification` is the browser's own. */
export type Told = Written<Schemas['Notification']>
export type NoticeCategory = Schemas['NoticeCategory']
export type NoticePreferences = Schemas['NotificationPreferences']
export type CategoryChoice = Schemas['CategoryPreference']
/** What a link at the end of a mail is about. */
export type Subscription = Schemas['Subscription']
