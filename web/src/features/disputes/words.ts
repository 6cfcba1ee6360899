import type { ReactNode } from 'react'
import { isolated } from '@/lib/isolated'
import { rich, type Wrap } from '@/lib/rich'

// Lists
export const disputesIntro =
  'While you argue about a milestone, its money is held and goes to nobody. Everything else goes on.'
export const loadingDisputes = 'Loading your disputes'
export const disputesNotLoaded = 'Could not load your disputes'
export const noDisputes = 'No disputes'
export const noDisputesNext =
  'If you can’t agree about a milestone whose money is held, open a dispute on the contract’s page.'
export const toDecide = 'Disputes to decide'
export const toDecideIntro = 'Every open dispute, the one whose time ends first at the top.'
export const loadingOpen = 'Loading the open disputes'
export const openNotLoaded = 'Could not load the open disputes'
export const noneOpen = 'No open disputes'
export const noneOpenNext = 'What two people can’t agree about appears here.'
export const backToContracts = 'Your contracts'
export const between = (client: ReactNode, freelancer: ReactNode) => rich`${client} and ${freelancer}`
/** Once it is over, the money has gone its way. */
export const heldSum = (sum: string, isOpen: boolean) => (isOpen ? `${sum} held` : `about ${sum}`)

// The room
export const loadingDispute = 'Loading the dispute'
export const disputeNotLoaded = 'Could not load the dispute'
export const titleOf = (milestone: string) => `Dispute about “${isolated(milestone)}”`
export const aboutContract = (sum: string, isOpen: boolean, contract: Wrap) =>
  rich`${isOpen ? `${sum} is held.` : `It was about ${sum}.`} ${contract('Open the contract')}`
export const takeBack = 'Take the dispute back'
export const takeBackTitle = 'Take the dispute back?'
export const takeBackText = (sum: string) =>
  `${sum} stays held for the milestone as before, and the work goes on where it was.`
export const keepDispute = 'Keep the dispute'
export const takenBack = 'You took the dispute back. The money is held as before.'
export const withdrawnTitle = 'This dispute was taken back'
export const withdrawnText = 'The money is held as before, and the work goes on where it was.'

// What happened
export const whatHappened = 'What was said and done'
export const opened = (who: ReactNode, at: string) => rich`${who} opened the dispute · ${at}`
export const answered = (who: ReactNode, at: string) => rich`${who} answered · ${at}`
export const offered = (who: ReactNode, round: number, at: string) =>
  rich`${who} said what they would accept, in round ${round} · ${at}`
export const missed = (round: number, at: string) => `Round ${round} brought no agreement · ${at}`
export const escalated = (at: string) => `An admin was asked to decide · ${at}`
export const resolved = (at: string) => `It was decided · ${at}`
export const withdrawn = (who: ReactNode, at: string) => rich`${who} took the dispute back · ${at}`
export const showed = (who: ReactNode, at: string) => rich`${who} added · ${at}`

// Evidence
export const addEvidence = 'Add to the evidence'
export const addEvidenceHelp = 'What was agreed, what came, and when. Both of you and an admin see it.'
export const evidenceText = 'What you want to say or show'
export const evidenceMissing = 'Say what it is.'
export const add = 'Add it'
export const added = (name: string) => `It is added. ${isolated(name)} was told.`

// The split
export const splitTitle = (round: number, rounds: number) => `Find an agreement: round ${round} of ${rounds}`
export const splitText = (name: ReactNode) =>
  rich`Say what you would accept. ${name} does the same, and neither of you ever sees the other’s amount. If the two meet, the money is split in the middle, at once.`
export const clientMost = (name: string) => `The most that may go to ${isolated(name)}`
export const freelancerLeast = 'The least that you would take'
export const leastHelp = 'Before the platform’s fee.'
export const partMissing = 'Enter an amount such as 250 or 99.50.'
export const partTooMuch = (sum: string) => `Enter ${sum} at most: that is what is held.`
/** In place of the sum, before there is one. */
export const howMuch = 'how much'
export const sayIt = (sum: string) => `Say ${sum}`
export const sayAgain = (sum: string) => `Say ${sum} instead`
export const said = (name: string) =>
  `That is noted. It stays between you and ProConnect; ${isolated(name)} was told only that you said something.`
export const met = 'The two amounts have met.'
export const youSaid = (sum: string) => `You said ${sum}.`
export const waitingFor = (name: ReactNode) => rich`Waiting for what ${name} would accept.`
export const otherHasSaid = (name: ReactNode) => rich`${name} has said what they would accept.`
export const ifItWereSplitThere = 'If it were split exactly there'
export const lastRound = 'This is the last round. Without an agreement, an admin decides.'

// Who gets what
export const whoGetsWhat = 'Who gets what'
export const gets = (name: ReactNode) => rich`${name} gets`
export const youGet = 'You get'
export const getsBack = (name: ReactNode) => rich`${name} gets back`
export const youGetBack = 'You get back'
export const fee = 'Platform’s fee'
export const byAgreement = 'The two amounts met, and the money is split in the middle.'
export const byRuling = 'An admin decided.'
export const bySilence = 'No admin decided in time, so each of you gets half.'
export const onItsWay = 'Both parts are on their way. Banks take up to ten days to show what goes back.'
export const decided = 'It is decided'

// Ruling
export const rule = 'Decide'
export const ruleText = (client: ReactNode, freelancer: ReactNode) =>
  rich`Your decision and your reason go to ${client} and ${freelancer}. It can’t be undone.`
export const partOf = (name: string) => `${isolated(name)}’s part, before the fee`
export const reason = 'Reason'
export const reasonHelp = 'Both of them read it word for word.'
export const reasonMissing = 'Say why.'
export const ruleButton = (payout: string, freelancer: string, refund: string, client: string) =>
  `Give ${payout} to ${isolated(freelancer)} and ${refund} back to ${isolated(client)}`
export const ruled = 'It is decided, and both were told why.'

// Opening one
export const open = 'Open a dispute'
export const openTitle = (title: ReactNode) => rich`Open a dispute about “${title}”?`
export const openText = (sum: string, name: ReactNode) =>
  rich`${sum} stays held until it is decided, and nothing is approved meanwhile. ${name} has 5 days to answer.`
export const openTextAtOnce = (sum: string, name: ReactNode) =>
  rich`${sum} stays held until it is decided, and nothing is approved meanwhile. ${name} has not answered your request for a refund, so an admin decides at once.`
export const askFirst = 'Have you talked about it? A message is often faster.'
export const about = 'What it is about, in a few words'
export const aboutMissing = 'Say what it is about.'
export const statement = 'What happened'
export const statementHelp = 'What was agreed, what came, and what you would accept.'
export const statementMissing = 'Say what happened.'
export const openButton = (sum: string) => `Freeze ${sum} and open it`
export const openedNote = (name: string) => `The dispute is open, and ${isolated(name)} was told.`

// On the contract's page
export const standing = 'A dispute about this milestone is open'
export const standingText = (sum: string) => `${sum} is held until it is decided.`
export const decidedHere = 'A dispute decided about this milestone'
export const wentTo = (toFreelancer: string, freelancer: ReactNode, toClient: string, client: ReactNode) =>
  rich`${toFreelancer} of it is for ${freelancer}, and ${toClient} goes back to ${client}.`
export const refundFailed = 'What goes back could not be sent yet. An admin is looking into it.'
