import { type Client, DatabaseError } from 'pg';
import { literal } from '../../catalog/identifier.ts';
import { userSchema } from '../../catalog/user-schema.ts';
import type { Finding } from '../../contract/finding.ts';
import type { Profile } from '../profile/profile.ts';

/** By what text is ordered, as catalogues have it: a provider, and its locale. */
interface TextOrder {
  readonly provider: 'c' | 'i' | 'b';
  readonly locale: string;
  /** Whether production orders so, too. */
  readonly exact: boolean;
}

/**
 * Lets the shadow order text as production does, or as nearly as this machine can. The shadow's own order is by code
 * points, in which LIKE finds beginnings by any b-tree; in the order of a language it does not. Sessions that are opened
 * afterwards know it. Nothing is stored yet that has an order.
 */
export async function orderTextAsProduction(
  superuser: Client,
  { server }: Profile,
  major: number,
): Promise<readonly Finding[]> {
  const { provider, locale, collate = locale, ctype = locale } = server.collation;
  const order = await firstThatWorks(superuser, ordersLike(provider, locale, major));
  const own = order.provider === 'c' ? order.locale : await knownLocale(superuser, collate);
  const letters = await knownLocale(superuser, ctype);
  const column = major >= 17 ? 'datlocale' : 'daticulocale';
  const changes = [
    `datcollate = ${literal(own ?? 'C')}`,
    ...(letters === null ? [] : [`datctype = ${literal(letters)}`]),
    ...(major >= 15
      ? [
          `datlocprovider = '${order.provider}'`,
          `${column} = ${order.provider === 'c' ? 'null' : literal(order.locale)}`,
          'datcollversion = null',
        ]
      : []),
  ];
  await superuser.query(
    `update pg_catalog.pg_database set ${changes.join(', ')} where datname = pg_catalog.current_database()`,
  );
  await orderStandIns(superuser, major);
  return order.exact ? [] : [await otherOrder(superuser, locale, order)];
}

/** The best first. The last is on every machine. */
function ordersLike(provider: Profile['server']['collation']['provider'], locale: string, major: number): TextOrder[] {
  const codePoints: TextOrder = { provider: 'c', locale: 'C', exact: true };
  if (provider === 'builtin') {
    // its order is that of "C", and only what is a letter differs
    return major >= 17 ? [{ provider: 'b', locale, exact: true }, codePoints] : [codePoints];
  }
  const language: TextOrder[] =
    major >= 15 ? [{ provider: 'i', locale: languageTag(locale), exact: provider === 'icu' }] : [];
  if (provider === 'icu') return [...language, ...inNoLanguage];
  if (/^(C|POSIX)$/i.test(locale)) return [codePoints];
  const named = spellings(locale).map((name): TextOrder => ({ provider: 'c', locale: name, exact: true }));
  // code points, though the planner doesn't take it for "C"
  if (/^C\./i.test(locale)) return [...named, ...inNoLanguage];
  return [...named, ...language, ...inNoLanguage];
}

/** Where not even a neighbouring language is at hand, at least one that isn't "C", which the planner treats otherwise. */
const inNoLanguage: readonly TextOrder[] = ['en_US.UTF-8', 'C.UTF-8', 'C'].map((locale) => ({
  provider: 'c',
  locale,
  exact: false,
}));

/** Machines spell the encoding as they like; a shadow's is always UTF-8. */
function spellings(locale: string): readonly string[] {
  const [, language = locale, modifier = ''] = /^([^.@]+)(?:\.[^@]*)?(@.*)?$/.exec(locale) ?? [];
  return [...new Set([locale, `${language}.UTF-8${modifier}`, `${language}.utf8${modifier}`])];
}

/** `de_DE.UTF-8@euro` is `de-DE`. */
function languageTag(locale: string): string {
  if (!/[._@]/.test(locale)) return locale;
  const [, language, country] = /^([a-z]{2,3})(?:_([A-Z]{2}))?(?=[.@]|$)/.exec(locale) ?? [];
  if (language === undefined) return 'und';
  return country === undefined ? language : `${language}-${country}`;
}

async function firstThatWorks(superuser: Client, orders: readonly TextOrder[]): Promise<TextOrder> {
  for (const order of orders) if (await works(superuser, order)) return order;
  return { provider: 'c', locale: 'C', exact: false };
}

/** Asks for the locale, which a database must not be given unless it is there. */
async function works(superuser: Client, { provider, locale }: TextOrder): Promise<boolean> {
  const name = { c: 'libc', i: 'icu', b: 'builtin' }[provider];
  await superuser.query('begin');
  try {
    await superuser.query(`create collation pg_temp.plumb_try (provider = ${name}, locale = ${literal(locale)})`);
    return true;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return false;
  } finally {
    await superuser.query('rollback');
  }
}

async function knownLocale(superuser: Client, locale: string): Promise<string | null> {
  for (const name of spellings(locale)) {
    if (await works(superuser, { provider: 'c', locale: name, exact: true })) return name;
  }
  return null;
}

/** Collations that stand in for those of the operating system, by whose names they go, and have the order of "C". */
async function orderStandIns(superuser: Client, major: number): Promise<void> {
  const { rows } = await superuser.query<{ oid: string; name: string }>(`
    select oid::pg_catalog.text as oid, collname as name
    from pg_catalog.pg_collation
    where collprovider = 'c' and collcollate = 'C' and collname like '__\\_%'
      and collnamespace = 'pg_catalog'::pg_catalog.regnamespace and collname <> 'ucs_basic'
  `);
  const column = major >= 17 ? 'colllocale' : major >= 15 ? 'colliculocale' : 'collcollate';
  for (const { oid, name } of rows) {
    const own = spellings(name).map((locale): TextOrder => ({ provider: 'c', locale, exact: true }));
    const language: TextOrder = { provider: 'i', locale: languageTag(`${name}.`), exact: false };
    const { provider, locale } = await firstThatWorks(superuser, [...own, language, ...inNoLanguage]);
    const libc = provider === 'c' ? literal(locale) : 'null';
    const text = major >= 15 ? libc : literal(locale);
    const icu = major >= 15 ? `, ${column} = ${provider === 'c' ? 'null' : literal(locale)}` : '';
    await superuser.query(
      `update pg_catalog.pg_collation set collprovider = '${provider}', collcollate = ${text}, collctype = ${text}${icu} where oid = $1`,
      [oid],
    );
  }
}

async function otherOrder(superuser: Client, wanted: string, { provider, locale }: TextOrder): Promise<Finding> {
  const { rows } = await superuser.query<{ name: string }>(`
    select pg_catalog.format('%I.%I.%I', n.nspname, c.relname, a.attname) as name
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where ${userSchema('n')} and c.relkind in ('r', 'm', 'p') and a.attnum > 0 and not a.attisdropped
      and a.attcollation = 'pg_catalog."default"'::pg_catalog.regcollation
    order by 1
  `);
  const names = rows.map(({ name }) => name);
  const some = `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
  const order = provider === 'i' ? `ICU’s ${locale}` : `${locale} of the operating system`;
  return {
    id: 'profile-collation-other',
    severity: 'info',
    title: 'Text is ordered a little otherwise than in production',
    message: `Production orders text by ${wanted}, which this machine lacks; here it is ordered by ${order}. Conditions and joins on ranges of these columns may be estimated otherwise: ${some}.`,
    why: 'What lies between two texts depends on their order. Equality, and which indexes LIKE can use, is as in production.',
    todo: `Install the locale, such as by: localedef -i ${wanted.replace(/\..*$/, '')} -f UTF-8 ${wanted}`,
    fix: null,
    location: null,
    objects: names,
    evidence: { production: wanted, provider: provider === 'i' ? 'icu' : 'libc', locale },
  };
}
