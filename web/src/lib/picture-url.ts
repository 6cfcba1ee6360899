/** Where a picture lies that is shown to everybody. */
export const pictureUrl = (id: string, size: 'small' | 'large') => `/pictures/${id}/${size}.webp`
