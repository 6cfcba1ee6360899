export const loadMenu = () => import('./message-menu')
