import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { User } from '@/api/types'

export type View = 'client' | 'freelancer'

interface SessionState {
  /** `waiting`: whether the session goes on could not be asked; it is asked again after `retryIn` seconds. */
  status: 'restoring' | 'waiting' | 'anonymous' | 'signed-in'
  retryIn: number
  /** How often it was asked for nothing. */
  failures: number
  user: User | null
  /** Which side of the dashboard somebody with both roles looks at. */
  view: View | null
  /** The session ended by itself, not by logging out. */
  expired: boolean
}

const initialState: SessionState = {
  status: 'anonymous',
  retryIn: 0,
  failures: 0,
  user: null,
  view: null,
  expired: false,
}

export const sessionSlice = createSlice({
  name: 'session',
  initialState,
  reducers: {
    restoring: (state) => {
      state.status = 'restoring'
    },
    waiting: (state, { payload }: PayloadAction<number>) => {
      state.status = 'waiting'
      state.retryIn = payload
      state.failures += 1
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
