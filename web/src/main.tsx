import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'react-redux'
import { BrowserRouter } from 'react-router'
import { App } from '@/app/app'
import { ErrorBoundary } from '@/app/error-boundary'
import { restoreSession } from '@/app/restore-session'
import { connectSession, makeStore } from '@/app/store'
import { reloadOnce } from '@/lib/reload-once'
import { followTheme } from '@/lib/theme'
import '@/styles/app.css'

const store = makeStore()
connectSession(store)
restoreSession(store)
followTheme()
window.addEventListener('vite:preloadError', (event) => reloadOnce(event))

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <Provider store={store}>
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </Provider>
      </ErrorBoundary>
    </StrictMode>,
  )
}
