import { QRCodeSVG } from 'qrcode.react'
import { useState } from 'react'
import { useConfirmTotpMutation, useDisableTotpMutation, useEnrollTotpMutation } from '@/api/security-api'
import type { Enrolment, User } from '@/api/types'
import { PasswordField } from '@/components/form/password-field'
import { TextField } from '@/components/form/text-field'
import { Dialog } from '@/components/ui/dialog'
import { notify } from '@/components/ui/notify'
import { RecoveryCodes } from './recovery-codes'
import { SecurityForm } from './security-form'

const titles = {
  password: 'Is it you?',
  scan: 'Scan this with your app',
  codes: 'Save these recovery codes',
  off: 'Turn two-step log-in off',
}

/** Turns it on with an authenticator app, or off with both factors. Loaded when it is opened. */
export default function TwoStepDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const [step, setStep] = useState<keyof typeof titles>(user.totpEnabled ? 'off' : 'password')
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const [codes, setCodes] = useState<string[]>([])
  const [enroll] = useEnrollTotpMutation()
  const [reminded, setReminded] = useState(false)
  const [confirm, { isLoading: confirming }] = useConfirmTotpMutation()
  const [disable] = useDisableTotpMutation()

  /** Escape, the cross, a click beside it. While it is confirmed the codes are on their way: they may not be missed. */
  function close(): void {
    if (step === 'codes') setReminded(true)
    else if (!confirming) onClose()
  }

  return (
    <Dialog open onClose={close} title={titles[step]}>
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
        <RecoveryCodes
          codes={codes}
          email={user.email}
          reminded={reminded}
          onSaved={() => {
            onClose()
            notify.success('Two-step log-in is on.')
          }}
        />
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
            notify.success('Two-step log-in is off.')
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
