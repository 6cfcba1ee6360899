/** Where the API answers. The same origin serves it, so the refresh cookie stays first-party. */
export const apiBase = '/v1'
