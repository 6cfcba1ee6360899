/** The icons of the editor alone, on the grid of all icons. */

export const bold = 'M8 5h5a3.5 3.5 0 0 1 0 7H8V5ZM8 12h6a3.5 3.5 0 0 1 0 7H8v-7Z'
export const italic = 'M11 5h6M7 19h6M14 5l-4 14'
export const heading = 'M6 5v14M18 5v14M6 12h12'
export const numbers =
  'M10 6.5h10M10 12h10M10 17.5h10M4.5 5l1-.5v4M4 15.7c0-1.6 2.5-1.4 2.5.1 0 1-2.5 1.7-2.5 3.2h2.6'
export const quote = 'M10 7c-3 .8-4.5 3-4.5 6v4H10v-4.5H7.8M18.5 7c-3 .8-4.5 3-4.5 6v4h4.5v-4.5h-2.2'
export const redo = 'm16 5 4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h3'
