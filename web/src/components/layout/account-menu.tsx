import { useNavigate } from 'react-router'
import { toProblem } from '@/api/problem'
import { paths } from '@/config/paths'
import { hasRole, useChooseView, useSession, useView } from '@/lib/session'
import type { View } from '@/lib/session-slice'
import { chooseTheme, type ThemeChoice, useThemeChoice } from '@/lib/theme'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/menu'
import { notify } from '../ui/notify'
import { PersonPicture } from '../ui/person-picture'

export default function AccountMenu() {
  const { user } = useSession()
  const view = useView()
  const theme = useThemeChoice()
  const chooseView = useChooseView()
  const navigate = useNavigate()
  if (!user) return null

  async function leave(): Promise<void> {
    const { logOut } = await import('@/api/auth')
    try {
      await logOut()
      void navigate(paths.home())
    } catch (error) {
      notify.failure(`You are still logged in. ${toProblem(error).detail}`)
    }
  }

  return (
    <Menu
      defaultOpen
      trigger={
        <button type="button" aria-label={`Account of ${user.name}`} className="rounded-full">
          <PersonPicture name={user.name} avatarId={user.avatarId} size="small" />
        </button>
      }
    >
      <p dir="auto" className="truncate px-3 pt-2 text-left font-semibold">
        {user.name}
      </p>
      <p className="truncate px-3 pb-2 text-sm text-ink-muted">{user.email}</p>
      <MenuSeparator />
      {hasRole(user, 'client') && hasRole(user, 'freelancer') && (
        <>
          <MenuChoice
            label="View as"
            value={view}
            onChange={(value) => chooseView(value as View)}
            options={[
              { value: 'client', label: 'Client', icon: 'tasks' },
              { value: 'freelancer', label: 'Freelancer', icon: 'bids' },
            ]}
          />
          <MenuSeparator />
        </>
      )}
      <MenuItem icon="user" onSelect={() => void navigate(paths.profile(user.id))}>
        My profile
      </MenuItem>
      <MenuItem icon="pin" onSelect={() => void navigate(paths.savedTalent())}>
        Saved freelancers
      </MenuItem>
      <MenuItem icon="swap" onSelect={() => void navigate(paths.settings())}>
        Account
      </MenuItem>
      <MenuItem icon="lock" onSelect={() => void navigate(paths.security())}>
        Security
      </MenuItem>
      <MenuSeparator />
      <MenuChoice
        label="Theme"
        value={theme}
        onChange={(value) => chooseTheme(value as ThemeChoice)}
        options={[
          { value: 'light', label: 'Light', icon: 'sun' },
          { value: 'dark', label: 'Dark', icon: 'moon' },
          { value: 'system', label: 'As the system', icon: 'monitor' },
        ]}
      />
      <MenuSeparator />
      <MenuItem icon="log-out" onSelect={() => void leave()}>
        Log out
      </MenuItem>
    </Menu>
  )
}
