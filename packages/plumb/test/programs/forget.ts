import { createShadow } from '../../src/postgres/embedded/create-shadow.ts';

// Makes a shadow database and forgets to drop it.
const shadow = await createShadow();
process.stdout.write(`made ${shadow.name}\n`);
