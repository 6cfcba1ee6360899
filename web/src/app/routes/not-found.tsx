import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { paths } from '@/config/paths'

export default function NotFound() {
  return (
    <Page title="There is no such page" intro="The link may be out of date, or mistyped." width="narrow">
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={paths.home()}>Go to the home page</ButtonLink>
        <ButtonLink to={paths.tasks()} variant="secondary">
          Find work
        </ButtonLink>
      </div>
    </Page>
  )
}
