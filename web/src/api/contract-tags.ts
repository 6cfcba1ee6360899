/**
 * What shows something of a contract: itself, lists, its money and its disputes, the task and the bid that it came of, and the records of its
 * two people, which count what they have completed and paid.
 */
export const contractTags = (contractId: string) =>
  [
    { type: 'Contract', id: contractId },
    { type: 'Contract', id: 'LIST' },
    { type: 'Payment', id: 'LIST' },
    'Dispute',
    'Task',
    'Bid',
    'Profile',
  ] as const
