export const keptAt = (time: string) => `Kept on this device, ${time}`
