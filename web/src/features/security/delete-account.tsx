import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Dialog } from '@/components/ui/dialog'
import { paths } from '@/config/paths'
import { PasswordProof } from './password-proof'
import { SecurityForm } from './security-form'
import * as words from './words'

/** Closing the account, behind a dialog that asks for the password. */
export function DeleteAccount() {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  return (
    <Card>
      <p>{words.closeText}</p>
      <Button variant="danger" className="mt-4" onClick={() => setOpen(true)}>
        {words.closeAccount}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.closeTitle}>
        <SecurityForm
          values={{ password: '' }}
          label={words.closeForGood}
          danger
          send={async ({ password }: { password: string }) => {
            const { deleteAccount } = await import('@/api/auth')
            await deleteAccount(password)
            void navigate(paths.home())
          }}
        >
          {(form) => <PasswordProof form={form} />}
        </SecurityForm>
      </Dialog>
    </Card>
  )
}
