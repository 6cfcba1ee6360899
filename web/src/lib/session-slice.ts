import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { User } from '@/api/types'

export type View = 'client' | 'freelancer'

interface SessionState {
  status: 'restoring' | 'anonymous' | 'signed-in'
  user: User | null
  /** Which side of the dashboard somebody with both roles looks at. */
  view: View | null
  /** The session ended by itself, not by logging out. */
  expired: boolean
}

const initialState: SessionState = { status: 'anonymous', user: null, view: null, expired: false }

export const sessionSlice = createSlice({
  name: 'session',
  initialState,
  reducers: {
    restoring: (state) => {
      state.status = 'restoring'
    },
    signedIn: (state, { payload }: PayloadAction<User>) => {
      state.status = 'signed-in'
      state.user = payload
      state.expired = false
    },
    ended: (state, { payload }: PayloadAction<{ expired: boolean }>) => {
      state.status = 'anonymous'
      state.expired = payload.expired && state.user !== null
      state.user = null
      state.view = null
    },
    viewChosen: (state, { payload }: PayloadAction<View | null>) => {
      state.view = payload
    },
  },
})
