/**
 * The texts of the pages about ProConnect itself. They describe how the product works; whoever runs it replaces the
 * parts in terms and privacy that name a company and a law, and has them checked by a lawyer.
 */

export interface Part {
  heading: string
  /** Paragraphs. */
  text: string[]
  /** Points of a list, after the paragraphs. */
  points?: string[]
}

export interface About {
  title: string
  intro: string
  parts: Part[]
}

export const fees: About = {
  title: 'Fees',
  intro: 'One fee, and only on work that is paid.',
  parts: [
    {
      heading: 'What it costs',
      text: [
        'Freelancers pay 10 % of each milestone when it is approved. Clients pay exactly what they agreed to, with nothing added.',
        'An example: a milestone of $600.00. The client pays $600.00. Once it is approved, the freelancer gets $540.00 and the fee is $60.00.',
      ],
    },
    {
      heading: 'What is free',
      text: [],
      points: [
        'Opening an account',
        'Posting a task',
        'Bidding, as often as you like',
        'Declining, withdrawing and cancelling',
      ],
    },
    {
      heading: 'If the fee changes',
      text: [
        'The fee is fixed when the contract is made. If we ever change it, contracts that exist keep theirs.',
      ],
    },
    {
      heading: 'Refunds',
      text: ['Money that goes back to a client goes back in full. We charge no fee on it.'],
    },
  ],
}

export const help: About = {
  title: 'Help',
  intro: 'How things work, in the order in which they happen.',
  parts: [
    {
      heading: 'I want to hire',
      text: [],
      points: [
        'Post a task: what you need, what it may cost, and by when you decide.',
        'Compare the bids side by side, open a bidder’s profile, and hire one. The others are told.',
        'Fund the first milestone. The money is held; nobody has it yet.',
        'When the work arrives you have 14 days. Approve it, and the freelancer is paid at once; or say what is missing.',
      ],
    },
    {
      heading: 'I want to work',
      text: [],
      points: [
        'Complete your profile: a headline and a few pieces of work say more than a long text.',
        'Find work, and bid with a price, a time and milestones.',
        'Begin when a milestone is marked as held. Without that, do not begin.',
        'Submit the work on the contract’s page. If the client doesn’t answer within 14 days, it is approved by itself.',
        'Set up payouts once, under Payments. Until then, what you earned waits for you.',
      ],
    },
    {
      heading: 'Something was not what we agreed',
      text: [
        'Ask for changes first: name the criteria that are not met and say what should be different. The time to answer starts again with the next submission.',
        'If you still don’t agree, open a dispute on the contract’s page. The money of that milestone is frozen, and both of you show what there is. Then each says in secret what they would accept: if the two meet, the money is split in the middle. After three rounds without an agreement, an admin decides and says why.',
        'If nothing is approved by the time that is shown on the milestone, ProConnect decides who gets the money.',
      ],
    },
    {
      heading: 'I can’t log in',
      text: [
        'Set a new password with “Forgot your password?” on the log-in page. If you have lost the phone with your code app, use one of your recovery codes in place of the code.',
      ],
    },
  ],
}

export const terms: About = {
  title: 'Terms of use',
  intro: 'What you and ProConnect can expect of each other.',
  parts: [
    {
      heading: 'Who can use ProConnect',
      text: [
        'You are of age where you live, and you use your own name or that of your business. One person has one account. Keep your password to yourself; what is done with your account counts as done by you.',
      ],
    },
    {
      heading: 'Tasks, bids and contracts',
      text: [
        'A contract between a client and a freelancer begins when the client accepts a bid. Its milestones, amounts and criteria are what both agreed to. ProConnect is not a party to it: we hold the money and keep the record.',
      ],
    },
    {
      heading: 'Money',
      text: [
        'A client funds a milestone before the work begins. The money is held until the work is approved, until 14 days have passed after a submission without an answer, or until ProConnect decides. Payments are handled by Stripe. Our fee is on the page about fees.',
      ],
    },
    {
      heading: 'What is not allowed',
      text: [],
      points: [
        'Work that is against the law, or that harms somebody',
        'Paying or asking to be paid outside ProConnect for a contract made here',
        'Pretending to be somebody else, or showing others’ work as your own',
        'Harassment, spam, and attempts to break or overload the service',
      ],
    },
    {
      heading: 'Rights in the work',
      text: [
        'Unless you agree otherwise, the rights in a piece of work pass to the client when its milestone is paid.',
      ],
    },
    {
      heading: 'Closing an account',
      text: [
        'You can close your account at any time in its settings. We may suspend an account that breaks these terms, and say why. Contracts that are running are settled first.',
      ],
    },
    {
      heading: 'Changes',
      text: ['We tell you of changes to these terms at least 30 days before they apply.'],
    },
  ],
}

export const privacy: About = {
  title: 'Privacy',
  intro: 'What we keep about you, what for, and how to get it or have it erased.',
  parts: [
    {
      heading: 'What we keep',
      text: [],
      points: [
        'Your name, e-mail address and a hash of your password',
        'What you write: profile, tasks, bids, submissions, messages, and the files you attach',
        'Contracts and payments. Your card and bank details are with Stripe; we never see them',
        'Where and when you logged in, so that you can see it and end it',
        'Which network a refused log-in or call came from, for a few weeks, so that misuse is found',
      ],
    },
    {
      heading: 'What for',
      text: [
        'To run the marketplace, to pay you, to keep accounts as the law asks, and to stop misuse. We sell nothing, show no advertisements, and load nothing from other sites.',
      ],
    },
    {
      heading: 'Who sees it',
      text: [
        'Your profile and open tasks are public, and with them what you have done here: how many tasks and contracts, how much was paid, and how soon you usually answer messages. What you write under “On your invoices” stands on invoices, which the other side of a contract sees. Bids are seen by the client of the task, contracts by their two sides, and messages by who writes and who reads them. Our staff look at a contract only when they have to decide about it, and at a message only when it was reported or our rules marked it.',
      ],
    },
    {
      heading: 'In your browser',
      text: [
        'One cookie keeps you logged in. Another remembers that you have logged in with this browser before, so that nobody who guesses at your password elsewhere can keep you out. While you sign up, a third remembers for a day that it was you. Drafts, recent searches and messages that wait to be sent are kept on your device and go when you log out; your choice of theme stays. Your browser may keep copies of what you looked at, and shows none of them before it has asked us. No cookie follows you.',
      ],
    },
    {
      heading: 'Your rights',
      text: [
        'Under Settings you can download everything we keep about you and close the account. Your profile and texts are then erased; invoices and payments stay for as long as the law asks, without more than it asks. An address that sends our mail back, or marks it as spam, stays on a list, so that nobody is written to there against their will.',
      ],
    },
  ],
}

export const accessibility: About = {
  title: 'Accessibility',
  intro: 'ProConnect is for everybody. We hold every page to WCAG 2.1, level AA.',
  parts: [
    {
      heading: 'What you can count on',
      text: [],
      points: [
        'Everything works with the keyboard alone, and focus is always visible',
        'Screen readers are told names, states, errors and what changed',
        'Text can be enlarged to 400 % and spaced out, without scrolling sideways',
        'Light and dark theme, the system’s own colours, and reduced motion are respected',
        'No state is told by colour alone, and no step runs out of time without a way to go on',
      ],
    },
    {
      heading: 'How we check',
      text: [
        'Each page is examined automatically with axe in both themes with every change, at widths from 320 pixels, and walked through with a keyboard.',
      ],
    },
    {
      heading: 'What is not there yet',
      text: [
        'Files and pictures that people attach are as accessible as they made them. The payment form is Stripe’s own.',
      ],
    },
    {
      heading: 'If something stands in your way',
      text: ['Write to whoever runs this site and say which page it was. Barriers are treated as errors.'],
    },
  ],
}
