import { span } from '@/lib/units'

export const noConnection = 'No connection'
export const unreachable = 'ProConnect can’t be reached. Check your connection and try again.'
export const wentWrong = 'Something went wrong'
export const ourFault = 'Something went wrong on our side. Nothing you typed is lost; try again.'
export const tooMany = (seconds: number) => `That was a lot at once. Try again in ${span(seconds, 'second')}.`
