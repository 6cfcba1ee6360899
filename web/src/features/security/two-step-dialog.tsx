import { QRCodeSVG } from 'qrcode.react'
import { useState } from 'react'
import { useConfirmTotpMutation, useDisableTotpMutation, useEnrollTotpMutation } from '@/api/security-api'
import type { Enrolment, User } from '@/api/types'
import { TextField } from '@/components/form/text-field'
import { Dialog } from '@/components/ui/dialog'
import { notify } from '@/components/ui/notify'
import { PasswordProof } from './password-proof'
import { RecoveryCodes } from './recovery-codes'
import { SecurityForm } from './security-form'
import * as words from './two-step-words'

const titles = {
  password: words.isItYou,
  scan: words.scan,
  codes: words.saveCodes,
  off: words.turnOffTitle,
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
          label={words.goOn}
          send={async (values: { password: string }) => {
            setEnrolment(await enroll(values).unwrap())
            setStep('scan')
          }}
        >
          {(form) => <PasswordProof form={form} />}
        </SecurityForm>
      )}
      {step === 'scan' && enrolment && (
        <SecurityForm
          key="scan"
          values={{ code: '' }}
          label={words.turnOn}
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
                title={words.qrCode}
                className="mx-auto rounded-md"
              />
              <p className="text-sm text-ink-muted">
                {words.typeKey(<code className="break-all text-ink">{enrolment.secret}</code>)}
              </p>
              <TextField
                label={words.code}
                help={words.codeHelp}
                inputMode="numeric"
                autoComplete="one-time-code"
                error={formState.errors.code?.message}
                {...register('code', { required: words.codeMissing })}
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
            notify.success(words.isOn)
          }}
        />
      )}
      {step === 'off' && (
        <SecurityForm
          key="off"
          values={{ password: '', code: '' }}
          label={words.turnOff}
          danger
          codes={{ invalid_code: 'code' }}
          send={async (values: { password: string; code: string }) => {
            await disable({ ...values, user }).unwrap()
            onClose()
            notify.success(words.isOff)
          }}
        >
          {(form) => (
            <>
              <PasswordProof form={form} />
              <TextField
                label={words.code}
                help={words.anyCodeHelp}
                autoComplete="one-time-code"
                error={form.formState.errors.code?.message}
                {...form.register('code', { required: words.anyCodeMissing })}
              />
            </>
          )}
        </SecurityForm>
      )}
    </Dialog>
  )
}
