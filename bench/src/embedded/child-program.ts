import { fileURLToPath } from 'node:url';

/** The program in whose processes everything is measured. */
export const childProgram: string = fileURLToPath(new URL('./child.js', import.meta.url));
