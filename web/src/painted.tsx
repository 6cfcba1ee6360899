import { StrictMode } from 'react'
import { prerender } from 'react-dom/static'
import { Provider } from 'react-redux'
import { StaticRouter } from 'react-router'
import { App } from '@/app/app'
import { ErrorBoundary } from '@/app/error-boundary'
import { makeStore } from '@/app/store'
import { sessionSlice } from '@/lib/session-slice'

/** The HTML of a page as it is before any answer has come: for a visitor, or for somebody whose session is being restored. */
export async function paint(path: string, own: boolean): Promise<string> {
  const store = makeStore()
  if (own) store.dispatch(sessionSlice.actions.restoring())
  const { prelude } = await prerender(
    <StrictMode>
      <ErrorBoundary>
        <Provider store={store}>
          <StaticRouter location={path}>
            <App />
          </StaticRouter>
        </Provider>
      </ErrorBoundary>
    </StrictMode>,
    {
      // What is long would otherwise be moved into its place by an inline script, which the policy does not allow.
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onError: (error) => {
        throw error
      },
    },
  )
  return new Response(prelude).text()
}
