import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { carryOut, type Release } from '../carry-out.ts';
import type { Task } from './contender.ts';
import { contenders } from './contenders.ts';
import { databasesOf, makeDatabases } from './databases.ts';
import type { Order } from './order.ts';
import type { Content } from './phases.ts';

await carryOut<Order>({
  stays: ({ task }) => task === 'serve',
  async measure(order, opened) {
    if (order.task === 'measure') return contenders[order.contender](taskOf(order.folder, order.content));
    await serve(order.folder, order.contents, opened);
    return {};
  },
});

/** The shadow server that all use is open until the end, so that it is not stopped as idle. */
async function serve(folder: string, contents: readonly Content[], opened: (release: Release) => void): Promise<void> {
  const { cleanShadows, openShadowServer } = await import('pgplumb');
  const env = { ...process.env, PLUMB_HOME: homeIn(folder) };
  const server = await openShadowServer({ env, major: 18 });
  opened(async () => {
    await server.close();
    await cleanShadows(env);
  });
  writeFileSync(urlFile(folder), server.url(), { mode: 0o600 });
  for (const content of contents) {
    await makeDatabases((database) => server.connect(database), content);
    // our template of the database before is there from now on
    await contenders.plumb(taskOf(folder, content));
  }
}

function taskOf(folder: string, content: Content): Task {
  return {
    ...content,
    ...databasesOf(content),
    server: readFileSync(urlFile(folder), 'utf8'),
    home: homeIn(folder),
  };
}

function homeIn(folder: string): string {
  return join(folder, 'home');
}

function urlFile(folder: string): string {
  return join(folder, 'url');
}
