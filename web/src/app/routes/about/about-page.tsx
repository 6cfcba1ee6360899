import { Page } from '@/components/layout/page'
import type { About } from '@/words/about'

/** A page of text about ProConnect itself. */
export function AboutPage({ about }: { about: About }) {
  return (
    <Page title={about.title} intro={about.intro} width="form">
      <div className="space-y-8">
        {about.parts.map(({ heading, text, points }) => (
          <section key={heading}>
            <h2 className="text-xl font-semibold">{heading}</h2>
            {text.map((paragraph) => (
              <p key={paragraph} className="mt-2 max-w-reading">
                {paragraph}
              </p>
            ))}
            {points && (
              <ul className="mt-2 max-w-reading list-disc space-y-1 pl-5 marker:text-ink-muted">
                {points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </Page>
  )
}
