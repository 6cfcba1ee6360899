import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { reauthenticate } from '@/api/auth'
import { isProblem } from '@/api/problem'
import { TextField } from '@/components/form/text-field'
import { Dialog } from '@/components/ui/dialog'
import { PasswordProof } from './password-proof'
import * as words from './ask-again-words'
import { SecurityForm } from './security-form'

interface Given {
  password: string
  code: string
}

const asksForCode = (error: unknown) =>
  isProblem(error) && error.errors.some(({ pointer }) => pointer === '/code')

/** Asks for the password, and for the code as soon as the server wants one: only it knows whether two-step log-in is on. */
function AskAgain({ onDone }: { onDone: (confirmed: boolean) => void }) {
  const [withCode, setWithCode] = useState(false)
  async function send({ password, code }: Given): Promise<void> {
    try {
      await reauthenticate(withCode ? { password, code } : { password })
    } catch (error) {
      if (asksForCode(error)) setWithCode(true)
      throw error
    }
    onDone(true)
  }
  return (
    <Dialog open onClose={() => onDone(false)} title={words.isItYou} description={words.isItYouText}>
      <SecurityForm<Given>
        values={{ password: '', code: '' }}
        label={words.goOn}
        codes={{ invalid_code: 'code' }}
        send={send}
      >
        {(form) => (
          <>
            <PasswordProof form={form} />
            {withCode && (
              <TextField
                label={words.code}
                help={words.codeHelp}
                autoComplete="one-time-code"
                error={form.formState.errors.code?.message}
                {...form.register('code', { required: words.codeMissing })}
              />
            )}
          </>
        )}
      </SecurityForm>
    </Dialog>
  )
}

/** Stands beside the page, since any call of any page may want it: what is typed there stays as it is. */
function ask(): Promise<boolean> {
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  const answer = new Promise<boolean>((resolve) => root.render(<AskAgain onDone={resolve} />))
  return answer.finally(() => {
    root.unmount()
    place.remove()
  })
}

let running: Promise<boolean> | null = null

/** Whether the person has shown who they are. All calls that wait for it at one time share one dialog. */
export function askAgain(): Promise<boolean> {
  running ??= ask().finally(() => {
    running = null
  })
  return running
}
