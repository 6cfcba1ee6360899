import { useState } from 'react'
import { useNavigate } from 'react-router'
import { PasswordField } from '@/components/form/password-field'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Dialog } from '@/components/ui/dialog'
import { paths } from '@/config/paths'
import { SecurityForm } from './security-form'

/** Closing the account, behind a dialog that asks for the password. */
export function DeleteAccount() {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  return (
    <Card>
      <p>
        Your profile is removed, your open tasks are cancelled and your open bids are withdrawn. Invoices and
        payments stay, as the law asks. There is no way back.
      </p>
      <Button variant="danger" className="mt-4" onClick={() => setOpen(true)}>
        Close the account
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Close your account for good?">
        <SecurityForm
          values={{ password: '' }}
          label="Close it for good"
          danger
          send={async ({ password }: { password: string }) => {
            const { deleteAccount } = await import('@/api/auth')
            await deleteAccount(password)
            void navigate(paths.home())
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
      </Dialog>
    </Card>
  )
}
