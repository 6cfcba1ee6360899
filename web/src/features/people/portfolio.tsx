import type { ReactNode } from 'react'
import { pictureUrl } from '@/api/files'
import type { PortfolioItem } from '@/api/types'
import { Tag } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'

/** Pieces of work; the editor adds its buttons to each. */
export function Portfolio({
  items,
  actions,
}: {
  items: PortfolioItem[]
  actions?: (item: PortfolioItem) => ReactNode
}) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {items.map((item) => (
        <li key={item.id}>
          <Card className="h-full">
            {item.pictureId && (
              <img
                src={pictureUrl(item.pictureId, 'small')}
                srcSet={`${pictureUrl(item.pictureId, 'small')} 480w, ${pictureUrl(item.pictureId, 'large')} 1280w`}
                sizes="(min-width: 40rem) 22rem, 90vw"
                alt=""
                loading="lazy"
                className="mb-3 aspect-4/3 w-full rounded-md bg-sunken object-cover"
              />
            )}
            <h3 dir="auto" className="font-semibold wrap-anywhere">
              {item.title}
            </h3>
            {item.description && (
              <p dir="auto" className="mt-1 wrap-anywhere whitespace-pre-line text-ink-muted">
                {item.description}
              </p>
            )}
            {item.skills.length > 0 && (
              <div className="mt-3 flex flex-wrap gap-2">
                {item.skills.map((skill) => (
                  <Tag key={skill}>{skill}</Tag>
                ))}
              </div>
            )}
            {item.url && (
              <a
                href={item.url}
                rel="noopener nofollow"
                className="link mt-3 inline-flex items-center gap-1.5"
              >
                <Icon name="external" className="size-4" />
                See it
                <span className="sr-only">
                  : <bdi>{item.title}</bdi>
                </span>
              </a>
            )}
            {actions && <div className="mt-3 flex gap-2">{actions(item)}</div>}
          </Card>
        </li>
      ))}
    </ul>
  )
}
