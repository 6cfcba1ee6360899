export const tagsFull = (most: number) =>
  `These are ${most}, the most there can be. Remove one to add another.`
export const countOf = (count: number, most: number) => `${count} of ${most}`

// Only heard: there is no direction of writing to keep apart.
export const tagsAdded = (tags: string[]) => `${tags.join(', ')} added.`
export const tagRemoved = (tag: string) => `${tag} removed.`
export const removeTag = (tag: string) => `Remove ${tag}`
