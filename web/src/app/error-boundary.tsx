import { Component, type ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'

/** What a mistake of ours shows instead of a blank page. Nothing that was typed into a long form is lost. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  render() {
    if (!this.state.failed) return this.props.children
    return (
      <main className="mx-auto max-w-narrow px-4 py-20 text-center">
        <h1 className="text-2xl font-semibold">Something went wrong</h1>
        <p className="mt-2 text-ink-muted">
          The page could not be shown. What you typed into a form is kept on this device.
        </p>
        <a href="/" className={buttonClass('primary', 'md', 'mt-6')}>
          Start again
        </a>
      </main>
    )
  }
}
