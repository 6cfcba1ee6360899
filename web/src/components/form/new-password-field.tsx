import { useState } from 'react'
import { PasswordField, type PasswordFieldProps } from './password-field'
import { StrengthMeter } from './strength-meter'

/** A password that is being chosen: shows how strong it is while it is typed. */
export function NewPasswordField(props: PasswordFieldProps) {
  const [typed, setTyped] = useState('')
  return (
    <PasswordField
      autoComplete="new-password"
      onInput={(event) => setTyped(event.currentTarget.value)}
      after={<StrengthMeter password={typed} />}
      {...props}
    />
  )
}
