/** The id of a field's control; the error summary links to it. */
export const fieldId = (name: string) => `field-${name.replaceAll('.', '-')}`
