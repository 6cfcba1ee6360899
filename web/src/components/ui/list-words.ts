// Lists
export const showMore = 'Show more'
export const moreNotLoaded = 'Could not load more. Try again.'
export const moreLoaded = (added: number, all: number) => `${added} more. ${all} in all.`
export const endOfList = 'End of the list'
