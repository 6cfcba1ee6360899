import { useMemo } from 'react'
import type { Place } from '@/api/types'
import { type Piece, piecesOf } from './view/pieces'

/** More blank lines than this say nothing, and push everything else away. A line in which nothing is seen is blank. */
const manyLines =
  /(?:[\n\u2028\u2029](?:(?![\n\u2028\u2029])[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800])*){3,}[\n\u2028\u2029]/gu

const fewLines = (text: string) => text.replace(manyLines, '\n\n\n')

/** Some pieces of a text, with what was searched for marked. */
export function Parts({ parts }: { parts: Piece['parts'] }) {
  return parts.map(({ text, isHit }, place) =>
    isHit ? (
      <mark key={place} className="rounded-sm bg-accent text-on-accent">
        {fewLines(text)}
      </mark>
    ) : (
      fewLines(text)
    ),
  )
}

/** What somebody wrote: plain, with its line breaks, and links that give nothing away. */
export function MessageText({ text, places }: { text: string; places?: Place[] }) {
  const pieces = useMemo(() => piecesOf(text, places), [text, places])
  return (
    <p dir="auto" className="overflow-clip text-left wrap-anywhere whitespace-pre-wrap">
      {pieces.map(({ href, parts }, place) =>
        href === null ? (
          <Parts key={place} parts={parts} />
        ) : (
          <a
            key={place}
            href={href}
            target="_blank"
            rel="noopener noreferrer nofollow ugc"
            className="link text-current"
          >
            <bdi>
              <Parts parts={parts} />
            </bdi>
          </a>
        ),
      )}
    </p>
  )
}
