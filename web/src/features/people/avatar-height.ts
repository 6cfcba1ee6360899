/** The least height of the editor of one's picture: the page keeps this place while it is fetched. */
export const avatarHeight = (avatarId: string | null) => (avatarId ? 'min-h-76' : 'min-h-48')
