export const pictures = 'Pictures'
/** Only heard. */
export const downloadPicture = (name: string) => `Download the picture ${name}`
export const notDownloaded = 'The picture couldn’t be downloaded. Try again.'
