import { api } from './base-api'
import { get, put } from './endpoint'
import type { NoticePreferences } from './types'

const notificationSettingsApi = api.injectEndpoints({
  endpoints: (build) => ({
    noticePreferences: build.query({
      ...get('/v1/notifications/preferences'),
      providesTags: [{ type: 'Notification', id: 'PREFERENCES' }],
    }),
    saveNoticePreferences: build.mutation({
      ...put('/v1/notifications/preferences', ({ categories, ...chosen }: NoticePreferences) => ({
        body: {
          ...chosen,
          categories: categories.map(({ category, mail, browser }) => ({ category, mail, browser })),
        },
      })),
      invalidatesTags: [{ type: 'Notification', id: 'PREFERENCES' }],
    }),
  }),
})

export const { useNoticePreferencesQuery, useSaveNoticePreferencesMutation } = notificationSettingsApi
