import { Problem } from '../../contract/problem.ts';
import type { Parameters } from './parameters.ts';
import { parseDsn } from './parse-dsn.ts';
import { parseUrl } from './parse-url.ts';

/**
 * Reads a connection string in either of libpq's forms, a URL or key=value pairs.
 *
 * @param origin what the string is called in messages, such as `DATABASE_URL in .env`
 */
export function parseConnectionString(text: string, origin: string): Parameters {
  const source = text.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(source)?.[1]?.toLowerCase();
  if (/^["'`]/.test(source)) {
    throw new Problem('CONFIG_INVALID', `${origin} begins with a quotation mark.`, {
      hint: 'Quotation marks belong to a shell or an .env file, not to the value. Take them away.',
    });
  }
  if (/^postgres(ql)?:\/\//i.test(source)) return parseUrl(source, origin);
  if (scheme !== undefined) {
    throw new Problem('CONFIG_INVALID', `${origin} begins with ${scheme}://, and plumb speaks to PostgreSQL only.`, {
      hint: 'Give a URL such as postgres://user@host:5432/database.',
    });
  }
  if (source.includes('=')) return parseDsn(source, origin);
  throw new Problem('CONFIG_INVALID', `${origin} is not a connection URL.`, {
    hint: 'Give a URL such as postgres://user@host:5432/database.',
  });
}
