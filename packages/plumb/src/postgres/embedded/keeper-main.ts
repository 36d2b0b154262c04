import { keep } from './keeper.ts';

const [, , keeping] = process.argv;
if (keeping !== undefined) await keep(JSON.parse(keeping));
