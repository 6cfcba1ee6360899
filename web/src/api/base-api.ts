import { createApi } from '@reduxjs/toolkit/query/react'
import { lateMiddleware, rootReducer } from '@/lib/store-parts'
import { baseQuery } from './base-query'

export const tagTypes = [
  'Task',
  'Bid',
  'Contract',
  'Dispute',
  'Payment',
  'PayoutAccount',
  'Me',
  'Profile',
  'Saved',
  'Session',
  'Activity',
  'Notification',
  'Blocked',
] as const

/** All server data. The endpoints of each domain are injected by the file of that domain. */
export const api = createApi({
  reducerPath: 'api',
  baseQuery,
  tagTypes,
  keepUnusedDataFor: 120,
  endpoints: () => ({}),
})

// The store is made before this module arrives: pages without server data do not load it at all.
rootReducer.inject(api)
lateMiddleware.addMiddleware(api.middleware)
