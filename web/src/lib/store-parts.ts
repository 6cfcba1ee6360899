import { combineSlices, createDynamicMiddleware } from '@reduxjs/toolkit'
import { useDispatch, useSelector, useStore } from 'react-redux'
import { sessionSlice } from './session-slice'

/** The pieces that the store is made of; the API joins them when the first page needs it. */
export const rootReducer = combineSlices(sessionSlice)
export const lateMiddleware = createDynamicMiddleware()

export type RootState = ReturnType<typeof rootReducer>

export const useAppDispatch = () => useDispatch()
export const useAppStore = () => useStore()
export const useAppSelector = useSelector.withTypes<RootState>()
