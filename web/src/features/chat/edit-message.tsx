import { useEffect, useRef, useState } from 'react'
import { editMessage } from '@/api/chat'
import { toProblem } from '@/api/problem'
import type { Message } from '@/api/types'
import { Button } from '@/components/ui/button'
import { useAppStore } from '@/lib/store-parts'
import { isBlank, MOST_LETTERS, tidy } from './live/say'
import { MessageText } from './message-text'
import { chat } from './state/slice'
import { isSendKey } from './view/send-key'
import { useGrowing } from './view/use-growing'
import * as words from './talk-words'

/** Changes one message, in its own place: what is written below is another one. */
export default function EditMessage({ message, onClose }: { message: Message; onClose: () => void }) {
  const store = useAppStore()
  const [text, setText] = useState(message.text)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  /** What it says now, when somebody changed it meanwhile. */
  const [present, setPresent] = useState<Message | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  useGrowing(area, text)
  useEffect(() => {
    area.current?.focus()
    area.current?.setSelectionRange(text.length, text.length)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it opens
  }, [])

  async function save(): Promise<void> {
    const next = tidy(text)
    if (busy || (isBlank(next) && message.files.length === 0)) return
    if ([...next].length > MOST_LETTERS) return setProblem(words.tooLong([...next].length, MOST_LETTERS))
    setBusy(true)
    setProblem('')
    try {
      store.dispatch(chat.changed(await editMessage(present ?? message, next)))
      onClose()
    } catch (error) {
      refused(toProblem(error))
    }
  }

  function refused(found: ReturnType<typeof toProblem>): void {
    setBusy(false)
    const now = found.code === 'message_changed' ? (found.present as Message | undefined) : undefined
    if (!now) return setProblem(found.errors[0]?.message ?? found.detail)
    setPresent(now)
    store.dispatch(chat.changed(now))
  }

  return (
    <form
      className="w-[34rem] max-w-full min-w-0 space-y-2 rounded-card border border-edge bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <textarea
        ref={area}
        aria-label={words.editLabel}
        dir="auto"
        rows={1}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
          const key = isSendKey(event)
          if (key) event.preventDefault()
          if (key === 'send') void save()
        }}
        className="block max-h-60 w-full resize-none bg-transparent text-base focus-visible:outline-offset-4"
      />
      {present && (
        <div role="alert" className="space-y-1 rounded-md bg-warning-soft p-3 text-sm">
          <p className="font-semibold text-warning">{words.changedMeanwhile}</p>
          <MessageText text={present.text} />
        </div>
      )}
      {problem && (
        <p role="alert" className="text-sm font-medium text-danger">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" size="sm" onClick={onClose}>
          {words.keepAsIs}
        </Button>
        <Button type="submit" size="sm" busy={busy}>
          {present ? words.saveAnyway : words.save}
        </Button>
      </div>
    </form>
  )
}
