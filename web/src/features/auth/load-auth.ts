/** The HTTP client is needed only once a form is sent: until then these pages do without it. */
export const loadAuth = () => import('@/api/auth')
