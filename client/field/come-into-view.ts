/** As a ref: what was just opened by a thumb at the foot of the page is brought under the eyes. */
export const comeIntoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'start' })
