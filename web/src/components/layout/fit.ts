import { paths } from '@/config/paths'

/**
 * Pages that are as high as the screen, and scroll within themselves: conversations (app.css makes room for them). Within one of
 * them phones show no tab bar: what is written stands at the foot, above the keyboard.
 */
export const fitOf = (pathname: string): 'list' | 'room' | null => {
  if (!pathname.startsWith(paths.messages())) return null
  return pathname.length > paths.messages().length + 1 ? 'room' : 'list'
}
