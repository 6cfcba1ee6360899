import * as words from '@/app/words'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { paths } from '@/config/paths'
import * as common from '@/words/common'

export default function NotFound() {
  return (
    <Page title={words.noSuchPage} intro={words.noSuchPageText} width="narrow">
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={paths.home()}>{words.goHome}</ButtonLink>
        <ButtonLink to={paths.tasks()} variant="secondary">
          {common.findWork}
        </ButtonLink>
      </div>
    </Page>
  )
}
