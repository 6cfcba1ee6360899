/** The files of `src/api/generated`, without their ending. */
export const files: string[]
export function writtenTo(name: string): URL
export function types(name: string): Promise<string>
