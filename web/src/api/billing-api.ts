import { api } from './base-api'
import { get, patch } from './endpoint'
import type { UpdateBilling } from './types'

const billingApi = api.injectEndpoints({
  endpoints: (build) => ({
    billing: build.query(get('/v1/users/me/billing')),
    updateBilling: build.mutation({
      ...patch('/v1/users/me/billing', (body: UpdateBilling) => ({ body })),
      async onQueryStarted(_change, { dispatch, queryFulfilled }) {
        // A refusal is the form's to show.
        const data = await queryFulfilled.then((result) => result.data).catch(() => null)
        if (data) dispatch(billingApi.util.upsertQueryData('billing', undefined, data))
      },
    }),
  }),
})

export const { useBillingQuery, useUpdateBillingMutation } = billingApi
