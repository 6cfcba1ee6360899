import { useLocation } from 'react-router'
import { paths } from '@/config/paths'
import { accessibility, fees, help, privacy, terms } from '@/words/about'
import { AboutPage } from './about-page'

const pages = {
  [paths.fees()]: fees,
  [paths.help()]: help,
  [paths.terms()]: terms,
  [paths.privacy()]: privacy,
  [paths.accessibility()]: accessibility,
}

/** Fees, help, terms, privacy and the accessibility statement: one chunk, since few read one and many read two. */
export default function AboutPages() {
  const { pathname } = useLocation()
  return <AboutPage about={pages[pathname] ?? help} />
}
