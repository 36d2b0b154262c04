import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender, Setting } from '../contender.ts';
import { firstQuery, schema } from '../content.ts';

/** Our own server, made by the product itself. Without `unpacked`, its binaries still have to be copied out of node_modules. */
export function plumb({ unpacked }: { readonly unpacked: boolean }): Contender {
  return {
    async prepare(setting) {
      const { cleanShadows, openShadowServer } = await import('pgplumb');
      const env = environment(setting);
      const server = await openShadowServer({ env });
      const shadow = await server.createShadow(template);
      await shadow.drop();
      // open until the end, so that the server is not stopped as idle while other contenders have their turn
      return async () => {
        await server.close();
        await cleanShadows(env);
      };
    },

    beforeColdStart(setting) {
      if (!unpacked) return;
      const home = homeOf(setting);
      mkdirSync(home, { recursive: true });
      symlinkSync(join(setting.root, 'plumb', 'home', 'postgres'), join(home, 'postgres'), 'junction');
    },

    async load() {
      const { cleanShadows, openShadowServer } = await import('pgplumb');
      return async (setting) => {
        const env = environment(setting);
        const server = await openShadowServer({ env });
        const options = setting.content === 'empty' ? {} : template;
        return {
          async create() {
            const shadow = await server.createShadow(options);
            const client = await shadow.connect();
            await client.query(firstQuery[setting.content]);
            return {
              async drop() {
                await client.end();
                await shadow.drop();
              },
            };
          },
          async close() {
            await server.close();
            if (!setting.warm) await cleanShadows(env);
          },
        };
      };
    },
  };
}

const template = {
  key: schema.join(''),
  build: async (client: import('pg').Client): Promise<void> => {
    for (const part of schema) await client.query(part);
  },
};

function environment(setting: Setting): NodeJS.ProcessEnv {
  return { ...process.env, PLUMB_HOME: homeOf(setting) };
}

function homeOf({ folder }: Setting): string {
  return join(folder, 'home');
}
