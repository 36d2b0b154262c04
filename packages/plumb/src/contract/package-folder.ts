import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** The folder of plumb's own package, wherever in it this code lies when it is built. */
export const packageFolder = dirname(createRequire(import.meta.url).resolve('pgplumb/package.json'));
