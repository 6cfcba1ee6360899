export const didNotWork = 'This did not work'
export const checkThings = (count: number) =>
  count === 1 ? 'Please check one thing' : `Please check ${count} things`
