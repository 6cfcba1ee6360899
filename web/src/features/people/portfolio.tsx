import type { ReactNode } from 'react'
import type { PortfolioItem } from '@/api/types'
import { WorkButton } from '@/components/files/work-button'
import { formatSize, kindOf } from '@/components/files/limits'
import { kindAndSize } from '@/components/files/work-words'
import { Tag } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { spoken } from '@/components/ui/spoken'
import * as words from './words'

/** Pieces of work; the editor adds its buttons to each. */
export function Portfolio({
  items,
  actions,
  level: Heading = 'h3',
}: {
  items: PortfolioItem[]
  actions?: (item: PortfolioItem) => ReactNode
  /** Below the heading of the portfolio. */
  level?: 'h3' | 'h4'
}) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {items.map((item) => (
        <li key={item.id}>
          <Card className="h-full">
            {(item.pictureId ?? item.file) && (
              <WorkButton
                work={item}
                alt=""
                sizes="(min-width: 40rem) 22rem, 90vw"
                className="mb-3 aspect-4/3 w-full overflow-hidden rounded-md"
              />
            )}
            <Heading dir="auto" className="font-semibold wrap-anywhere">
              {item.title}
            </Heading>
            {item.file && (
              <p className="tabular mt-1 text-sm text-ink-muted">
                {kindAndSize(kindOf(item.file), formatSize(item.file.size))}
              </p>
            )}
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
                {words.seePiece(spoken, <bdi>{item.title}</bdi>)}
              </a>
            )}
            {actions && <div className="mt-3 flex gap-2">{actions(item)}</div>}
          </Card>
        </li>
      ))}
    </ul>
  )
}
