export const passwordShort = (least: number) => `Use at least ${least} characters.`
