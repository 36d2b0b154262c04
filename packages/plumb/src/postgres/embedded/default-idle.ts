/** How long a shadow server waits for somebody to come back. */
export const defaultIdleSeconds = 300;
