import { Component, type ReactNode } from 'react'
import { partWorks } from '@/components/layout/part-works'
import { buttonClass } from '@/components/ui/button'
import * as words from './words'

/**
 * What a mistake of ours, or a part that could not be fetched, shows instead of a blank page. Nothing that was typed
 * into a long form is lost. Inside the frame, the way to everything else stays.
 */
export class ErrorBoundary extends Component<{ children: ReactNode; inside?: boolean }, { failed: boolean }> {
  state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  componentDidUpdate() {
    // What failed was painted before, perhaps: the button in its place works.
    if (this.state.failed) partWorks(document.getElementById('main'))
  }

  again = () => (this.props.inside ? window.location.reload() : window.location.assign('/'))

  render() {
    if (!this.state.failed) return this.props.children
    const Part = this.props.inside ? 'div' : 'main'
    return (
      <Part className="mx-auto max-w-narrow px-4 py-20 text-center">
        <h1 className="text-2xl font-semibold">{words.wentWrong}</h1>
        <p className="mt-2 text-ink-muted">{words.wentWrongText}</p>
        <button type="button" className={buttonClass('primary', 'md', 'mt-6')} onClick={this.again}>
          {this.props.inside ? words.reload : words.startAgain}
        </button>
      </Part>
    )
  }
}
