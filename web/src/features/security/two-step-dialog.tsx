import { QRCodeSVG } from 'qrcode.react'
import { useState } from 'react'
import {
  type Enrolment,
  useConfirmTotpMutation,
  useDisableTotpMutation,
  useEnrollTotpMutation,
} from '@/api/security-api'
import type { User } from '@/api/types'
import { PasswordField } from '@/components/form/password-field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { SecurityForm } from './security-form'

const titles = {
  password: 'Is it you?',
  scan: 'Scan this with your app',
  codes: 'Keep these recovery codes',
  off: 'Turn two-step log-in off',
}

/** Turns it on with an authenticator app, or off with both factors. Loaded when it is opened. */
export default function TwoStepDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const [step, setStep] = useState<keyof typeof titles>(user.totpEnabled ? 'off' : 'password')
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const [codes, setCodes] = useState<string[]>([])
  const [enroll] = useEnrollTotpMutation()
  const [confirm] = useConfirmTotpMutation()
  const [disable] = useDisableTotpMutation()
  return (
    <Dialog open onClose={onClose} title={titles[step]}>
      {step === 'password' && (
        <SecurityForm
          key="password"
          values={{ password: '' }}
          label="Go on"
          send={async (values: { password: string }) => {
            setEnrolment(await enroll(values).unwrap())
            setStep('scan')
          }}
        >
          {({ register, formState }) => (
            <PasswordField
              label="Password"
              autoComplete="current-password"
              error={formState.errors.password?.message}
              {...register('password', { required: 'Enter your password.' })}
            />
          )}
        </SecurityForm>
      )}
      {step === 'scan' && enrolment && (
        <SecurityForm
          key="scan"
          values={{ code: '' }}
          label="Turn it on"
          codes={{ invalid_code: 'code' }}
          send={async ({ code }: { code: string }) => {
            setCodes((await confirm({ code, user }).unwrap()).recoveryCodes)
            setStep('codes')
          }}
        >
          {({ register, formState }) => (
            <>
              {/* Always dark on white: cameras do not read it the other way round. */}
              <QRCodeSVG
                value={enrolment.otpauthUrl}
                size={192}
                marginSize={4}
                title="QR code for your authenticator app"
                className="mx-auto rounded-md"
              />
              <p className="text-sm text-ink-muted">
                Or type this key: <code className="break-all text-ink">{enrolment.secret}</code>
              </p>
              <TextField
                label="Code"
                help="Six digits that the app shows now."
                inputMode="numeric"
                autoComplete="one-time-code"
                error={formState.errors.code?.message}
                {...register('code', { required: 'Enter the code that the app shows.' })}
              />
            </>
          )}
        </SecurityForm>
      )}
      {step === 'codes' && (
        <>
          <Notice tone="warning" title="They are shown only now">
            Each gets you in once when your phone is lost. Print them, or keep them in a password manager.
          </Notice>
          <ul aria-label="Recovery codes" className="tabular mt-4 grid grid-cols-2 gap-2 font-semibold">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <Button className="mt-5" onClick={onClose}>
            I have kept them
          </Button>
        </>
      )}
      {step === 'off' && (
        <SecurityForm
          key="off"
          values={{ password: '', code: '' }}
          label="Turn it off"
          danger
          codes={{ invalid_code: 'code' }}
          send={async (values: { password: string; code: string }) => {
            await disable({ ...values, user }).unwrap()
            onClose()
          }}
        >
          {({ register, formState }) => (
            <>
              <PasswordField
                label="Password"
                autoComplete="current-password"
                error={formState.errors.password?.message}
                {...register('password', { required: 'Enter your password.' })}
              />
              <TextField
                label="Code"
                help="From your app, or a recovery code."
                autoComplete="one-time-code"
                error={formState.errors.code?.message}
                {...register('code', { required: 'Enter a code.' })}
              />
            </>
          )}
        </SecurityForm>
      )}
    </Dialog>
  )
}
