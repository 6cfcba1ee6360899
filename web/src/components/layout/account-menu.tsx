import { useNavigate } from 'react-router'
import { toProblem } from '@/api/problem'
import { paths } from '@/config/paths'
import { hasRole, useChooseView, useSession, useView } from '@/lib/session'
import type { View } from '@/lib/session-slice'
import { chooseTheme, type ThemeChoice, useThemeChoice } from '@/lib/theme'
import * as common from '@/words/common'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/menu'
import { notify } from '../ui/notify'
import { PersonPicture } from '../ui/person-picture'
import { accountOf, stillLoggedIn } from './account-words'
import * as words from './words'

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
      notify.failure(stillLoggedIn(toProblem(error).detail))
    }
  }

  return (
    <Menu
      defaultOpen
      trigger={
        <button type="button" aria-label={accountOf(user.name)} className="rounded-full">
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
            label={common.viewAs}
            value={view}
            onChange={(value) => chooseView(value as View)}
            options={[
              { value: 'client', label: common.client, icon: 'tasks' },
              { value: 'freelancer', label: common.freelancer, icon: 'bids' },
            ]}
          />
          <MenuSeparator />
        </>
      )}
      <MenuItem icon="user" onSelect={() => void navigate(paths.profile(user.id))}>
        {words.myProfile}
      </MenuItem>
      {/* Phones have no room for it among their tabs. */}
      <MenuItem icon="payments" onSelect={() => void navigate(paths.payments())}>
        {words.payments}
      </MenuItem>
      <MenuItem icon="pin" onSelect={() => void navigate(paths.savedTalent())}>
        {words.savedFreelancers}
      </MenuItem>
      <MenuItem icon="swap" onSelect={() => void navigate(paths.settings())}>
        {words.account}
      </MenuItem>
      <MenuItem icon="lock" onSelect={() => void navigate(paths.security())}>
        {words.security}
      </MenuItem>
      <MenuSeparator />
      <MenuChoice
        label={words.theme}
        value={theme}
        onChange={(value) => chooseTheme(value as ThemeChoice)}
        options={[
          { value: 'light', label: words.light, icon: 'sun' },
          { value: 'dark', label: words.dark, icon: 'moon' },
          { value: 'system', label: words.asSystem, icon: 'monitor' },
        ]}
      />
      <MenuSeparator />
      <MenuItem icon="log-out" onSelect={() => void leave()}>
        {words.logOut}
      </MenuItem>
    </Menu>
  )
}
