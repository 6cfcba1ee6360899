/** The form of one’s own profile. */

export const profile = 'Profile'
export const intro = 'This is what others see. Freelancers with a headline are found by clients.'
export const see = 'See it'
export const portfolio = 'Portfolio'
export const profileNotLoaded = 'Could not load your profile'
export const yourPicture = 'Your picture'
export const pictureSaved = 'Your picture is saved.'
export const pictureRemoved = 'Your picture is removed.'
export const profileSaved = 'Your profile is saved.'
export const headline = 'Headline'
export const headlineHelp = 'One line: what you do, such as “Web developer for small shops”.'
export const aboutYou = 'About you'
export const aboutYouLong = 'Write at most 5,000 characters.'
export const hourlyRate = 'Hourly rate'
export const country = 'Country'
export const noCountry = 'Not specified'
export const town = 'Town or region'
export const links = 'Links'
export const linkName = (number: number) => `Name of link ${number}`
export const linkUnnamed = 'Name the link.'
export const linkAddress = (number: number) => `Address of link ${number}`
export const linkNowhere = 'Enter its address.'
export const removeLink = (number: number) => `Remove link ${number}`
export const addLink = 'Add a link'
export const save = 'Save the profile'
export const saved = 'Saved.'
