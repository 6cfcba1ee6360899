import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
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

const app = (
  <StrictMode>
    <ErrorBoundary>
      <Provider store={store}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </Provider>
    </ErrorBoundary>
  </StrictMode>
)

/** Goes on with the page that is in the HTML if it is what the reader sees (public/theme.js tells), and draws it otherwise. */
function start(root: HTMLElement): void {
  if (root.dataset.painted === 'visitor' && document.documentElement.dataset.reader === 'visitor') {
    hydrateRoot(root, app)
    return
  }
  root.removeAttribute('inert')
  createRoot(root).render(app)
  delete root.dataset.painted
}

const root = document.getElementById('root')
if (root) start(root)
