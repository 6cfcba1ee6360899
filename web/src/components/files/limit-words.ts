// Why a file cannot be sent
export const empty = 'The file is empty.'
export const fileTooLarge = 'The file is larger than 50 MB.'
export const pictureTooLarge = 'The picture is larger than 10 MB.'
export const noPicture = 'Choose a picture: JPEG, PNG or WebP.'
