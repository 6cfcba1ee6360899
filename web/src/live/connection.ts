import { toProblem } from '@/api/problem'
import type { ClientFrame, Frame, Ticket } from '@/api/types'
import { backOff } from './back-off'
import { parseFrame } from './frame'

const MINUTE = 60_000
/** API Gateway closes after 10 minutes without a frame. */
const PING_EVERY = 5 * MINUTE
const ANSWER_WITHIN = 10_000
const OPEN_WITHIN = 15_000
/** Lasted for so long, a connection counts as a success: one that is closed at once must not be tried without end. */
const SETTLED_AFTER = 10_000
/** API Gateway closes after 2 hours in any case; not everybody who came at one time goes at one time. */
const renewAfter = () => (100 + Math.random() * 15) * MINUTE

interface Ends {
  /** `doubtful` when the session may have ended. Null: it has, and nothing more is tried. */
  ticket: (doubtful: boolean) => Promise<Ticket | null>
  onFrame: (frame: Frame) => void
  /** It is open now, or no longer. */
  onChange: (open: boolean) => void
}

type State = 'new' | 'waiting' | 'opening' | 'open' | 'stopped'
type Timer = 'next' | 'deadline' | 'ping' | 'settled' | 'renewal'

/** One WebSocket at a time, opened again whenever it is lost, until `stop`: that is for good. */
export class LiveConnection {
  readonly #ends: Ends
  #state: State = 'new'
  #socket: WebSocket | null = null
  #failures = 0
  /** When the server was last heard. */
  #heard = 0
  /** An access token outlives its session by minutes, so a ticket alone proves nothing: the session is renewed first. */
  #doubtful = false
  /** It was renewed, and the server refuses all the same: once is enough. */
  #renewed = false
  readonly #timers = new Map<Timer, ReturnType<typeof setTimeout>>()

  constructor(ends: Ends) {
    this.#ends = ends
  }

  start(): void {
    if (this.#state === 'new') void this.#connect()
  }

  stop(): void {
    this.#enter('stopped')
  }

  /** The network or the person is back: connects at once, or makes sure of a server that was silent for so long. */
  wake(silent = 0): void {
    if (this.#state === 'waiting') {
      this.#failures = 0
      void this.#connect()
    } else if (this.#state === 'open' && Date.now() - this.#heard >= silent) this.#ping()
  }

  /** False when there is no open connection to hand it to. */
  send(frame: ClientFrame): boolean {
    if (this.#state !== 'open') return false
    this.#send(frame)
    return true
  }

  async #connect(): Promise<void> {
    this.#enter('opening')
    const doubtful = this.#doubtful
    const asked = await this.#ends.ticket(doubtful).catch(toProblem)
    if (this.#state !== 'opening') return
    if (asked === null) return this.stop()
    if ('status' in asked) return this.#retry(asked.retryAfter)
    this.#renewed ||= doubtful
    this.#doubtful = false
    this.#later('deadline', OPEN_WITHIN, () => this.#retry())
    this.#open(`${asked.url}?ticket=${encodeURIComponent(asked.ticket)}`)
  }

  #open(address: string): void {
    const socket = new WebSocket(address)
    this.#socket = socket
    socket.onopen = () => {
      this.#enter('open', socket)
      this.#renewed = false
      this.#heard = Date.now()
      this.#later('ping', PING_EVERY, () => this.#ping())
      this.#later('settled', SETTLED_AFTER, () => (this.#failures = 0))
      this.#later('renewal', renewAfter(), () => void this.#connect())
    }
    socket.onmessage = ({ data }) => {
      this.#heard = Date.now()
      this.#cancel('deadline')
      const frame = parseFrame(data)
      if (frame && frame.type !== 'pong') this.#ends.onFrame(frame)
    }
    socket.onclose = ({ wasClean }) => {
      // The server ended it, or let nobody in: both may mean that the session is over. A lost network means nothing.
      const refused = this.#state === 'opening'
      this.#doubtful = refused ? !this.#renewed : wasClean
      // Happens once, so it need not wait: whoever was signed out elsewhere shall see it now.
      if (refused && this.#doubtful) void this.#connect()
      else this.#retry()
    }
  }

  #ping(): void {
    this.#later('ping', PING_EVERY, () => this.#ping())
    if (this.#timers.has('deadline')) return
    this.#send({ action: 'ping' })
    this.#later('deadline', ANSWER_WITHIN, () => this.#retry())
  }

  #send(frame: ClientFrame): void {
    this.#socket?.send(JSON.stringify(frame))
  }

  #retry(retryAfter: number | null = null): void {
    this.#enter('waiting')
    const wait = Math.max(backOff(this.#failures), (retryAfter ?? 0) * 1000)
    this.#failures += 1
    this.#later('next', wait, () => void this.#connect())
  }

  /** Whatever was under way ends here: its timers, and any socket but `keep`. */
  #enter(state: State, keep: WebSocket | null = null): void {
    const changes = (this.#state === 'open') !== (state === 'open')
    this.#state = state
    for (const timer of this.#timers.keys()) this.#cancel(timer)
    if (this.#socket && this.#socket !== keep) {
      this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null
      this.#socket.close()
    }
    this.#socket = keep
    if (changes) this.#ends.onChange(state === 'open')
  }

  #later(timer: Timer, wait: number, work: () => void): void {
    this.#cancel(timer)
    const run = () => {
      this.#timers.delete(timer)
      work()
    }
    this.#timers.set(timer, setTimeout(run, wait))
  }

  #cancel(timer: Timer): void {
    clearTimeout(this.#timers.get(timer))
    this.#timers.delete(timer)
  }
}
