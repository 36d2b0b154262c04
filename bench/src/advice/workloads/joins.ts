import type { BenchWorkload } from './workload.ts';

const schema = `
  create table kind (id int primary key, name text not null);
  create table role (id int primary key, name text not null);
  create table attribute (id int primary key, name text not null);
  create table relation (id int primary key, name text not null);
  create table business (id int primary key, name text not null);
  create table state (id int primary key, name text not null);
  create table tag (id int primary key, name text not null);
  create table company (id int primary key, name text not null, country text);
  create table person (id int primary key, name text not null, gender text, code text);
  create table figure (id int primary key, name text not null);
  create table game (id int primary key, name text not null, kind_id int not null, year int, series int);
  create table credit (
    id int primary key, game_id int not null, person_id int not null, figure_id int, role_id int not null, note text, place int
  );
  create table publisher (id int primary key, game_id int not null, company_id int not null, business_id int not null, note text);
  create table game_attribute (id int primary key, game_id int not null, attribute_id int not null, value text not null, note text);
  create table score (id int primary key, game_id int not null, attribute_id int not null, value text not null);
  create table game_tag (id int primary key, game_id int not null, tag_id int not null);
  create table person_attribute (id int primary key, person_id int not null, attribute_id int not null, value text not null, note text);
  create table alias (id int primary key, person_id int not null, name text not null, code text);
  create table other_name (id int primary key, game_id int not null, name text not null);
  create table link (id int primary key, game_id int not null, linked_id int not null, relation_id int not null);
  create table completeness (id int primary key, game_id int not null, subject_id int not null, state_id int not null);
`;

/** Skewed, as people make things: few games have most of what there is. */
const game = '1 + (20000 * power(random(), 2.5))::int % 20000';
const person = '1 + (30000 * power(random(), 2))::int % 30000';

const rows = `
  select setseed(0.25);
  insert into kind select g, 'kind ' || g from generate_series(1, 7) g;
  insert into role select g, 'role ' || g from generate_series(1, 12) g;
  insert into attribute select g, 'attribute ' || g from generate_series(1, 110) g;
  insert into relation select g, 'relation ' || g from generate_series(1, 18) g;
  insert into business select g, 'business ' || g from generate_series(1, 4) g;
  insert into state select g, 'state ' || g from generate_series(1, 4) g;
  insert into tag select g, 'tag ' || g from generate_series(1, 5000) g;
  insert into company select g, (array['studio', 'house', 'works', 'press'])[1 + g % 4] || ' ' || g,
    case when g % 5 > 0 then '[' || (array['us', 'de', 'jp', 'fr', 'gb', 'pl', 'se'])[1 + (6 * power(random(), 2))::int] || ']' end
    from generate_series(1, 8000) g;
  insert into person select g, (array['Ada', 'Bo', 'Cleo', 'Dan', 'Eve', 'Finn'])[1 + g % 6] || ' ' || md5(g::text),
    (array['f', 'm', null])[1 + g % 3], substr(upper(md5(g::text)), 1, 5) from generate_series(1, 30000) g;
  insert into figure select g, (array['Queen', 'Guard', 'Pilot', 'Voice'])[1 + g % 4] || ' ' || g from generate_series(1, 15000) g;
  insert into game select g, (array['Night', 'Star', 'Iron', 'Lost'])[1 + g % 4] || ' ' || md5(g::text), 1 + (6 * power(random(), 3))::int,
    1975 + (50 * sqrt(random()))::int, case when g % 9 = 0 then g % 20 end from generate_series(1, 20000) g;
  insert into credit select g, ${game}, ${person}, case when g % 2 = 0 then 1 + g * 7 % 15000 end, 1 + (11 * power(random(), 2))::int,
    (array['(voice)', '(uncredited)', '(voice: English)', null, null])[1 + g % 5], g % 40 from generate_series(1, 120000) g;
  insert into publisher select g, ${game}, 1 + (7999 * power(random(), 2))::int, 1 + g % 4,
    (array['(worldwide)', '(2006) (USA)', '(DVD)', null])[1 + g % 4] from generate_series(1, 40000) g;
  insert into game_attribute select g, ${game}, 1 + (109 * power(random(), 2))::int,
    (array['English', 'German', 'Drama', 'Horror', 'Action', 'USA', 'Japan', 'Sweden'])[1 + (7 * power(random(), 2))::int],
    case when g % 20 = 0 then 'note ' || g % 50 end from generate_series(1, 100000) g;
  insert into score select g, ${game}, 99 + g % 4, round((10 * random())::numeric, 1)::text from generate_series(1, 30000) g;
  insert into game_tag select g, ${game}, 1 + (4999 * power(random(), 3))::int from generate_series(1, 80000) g;
  insert into person_attribute select g, ${person}, 1 + g % 40, md5(g::text), case when g % 30 = 0 then 'Volker' end
    from generate_series(1, 60000) g;
  insert into alias select g, ${person}, (array['An', 'Be', 'Ce'])[1 + g % 3] || md5(g::text), substr(md5(g::text), 1, 5) from generate_series(1, 15000) g;
  insert into other_name select g, ${game}, md5(g::text) from generate_series(1, 8000) g;
  insert into link select g, ${game}, ${game}, 1 + g % 18 from generate_series(1, 3000) g;
  insert into completeness select g, ${game}, 1 + g % 4, 1 + g * 7 % 4 from generate_series(1, 10000) g;
`;

/** What a query can ask of a game besides. Each has its tables, its joins, its conditions and what it shows. */
interface Arm {
  readonly tables: string;
  readonly joins: string;
  /** One is chosen for each variant of a query. */
  readonly where: readonly string[];
  readonly shows: string;
}

const arms = {
  kind: {
    tables: 'kind k',
    joins: 'g.kind_id = k.id',
    where: [`k.name = 'kind 1'`, `k.name in ('kind 1', 'kind 3')`, `k.name = 'kind 5'`, `k.name <> 'kind 1'`],
    shows: 'min(k.name)',
  },
  credit: {
    tables: 'credit c, person p',
    joins: 'c.game_id = g.id and c.person_id = p.id',
    where: [
      `c.note = '(voice)' and p.gender = 'f'`,
      `p.name like 'Bo%'`,
      `c.note in ('(voice)', '(voice: English)') and p.gender = 'f' and p.name like '%an%'`,
      `p.code between 'A' and 'F' and c.place < 3`,
    ],
    shows: 'min(p.name)',
  },
  role: {
    tables: 'role r',
    joins: 'c.role_id = r.id',
    where: [`r.name = 'role 2'`, `r.name = 'role 9'`],
    shows: 'min(r.name)',
  },
  figure: {
    tables: 'figure f',
    joins: 'c.figure_id = f.id',
    where: [`f.name like '%Queen%'`, `f.name is not null`, `f.name = 'Pilot 22'`],
    shows: 'min(f.name)',
  },
  alias: {
    tables: 'alias a',
    joins: 'a.person_id = p.id',
    where: [`a.name like '%a%'`, `a.code = 'c4ca4'`],
    shows: 'min(a.name)',
  },
  about: {
    tables: 'person_attribute pa, attribute pt',
    joins: 'pa.person_id = p.id and pa.attribute_id = pt.id',
    where: [`pt.name = 'attribute 7'`, `pt.name = 'attribute 12' and pa.note = 'Volker'`, `pa.note is not null`],
    shows: 'min(pa.value)',
  },
  company: {
    tables: 'publisher pb, company co',
    joins: 'pb.game_id = g.id and pb.company_id = co.id',
    where: [
      `co.country = '[us]'`,
      `co.country <> '[us]' and pb.note like '%(200%)%'`,
      `co.name like 'studio%' and pb.note is null`,
      `co.country = '[se]'`,
    ],
    shows: 'min(co.name)',
  },
  business: {
    tables: 'business b',
    joins: 'pb.business_id = b.id',
    where: [`b.name = 'business 1'`, `b.name <> 'business 2'`],
    shows: 'min(b.name)',
  },
  attribute: {
    tables: 'game_attribute ga, attribute t',
    joins: 'ga.game_id = g.id and ga.attribute_id = t.id',
    where: [
      `t.name = 'attribute 3' and ga.value in ('Sweden', 'Japan')`,
      `t.name = 'attribute 8' and ga.value = 'Horror'`,
      `t.name = 'attribute 60'`,
      `t.name = 'attribute 16' and ga.note like '%7%'`,
    ],
    shows: 'min(ga.value)',
  },
  score: {
    tables: 'score s, attribute st',
    joins: 's.game_id = g.id and s.attribute_id = st.id',
    where: [`st.name = 'attribute 101' and s.value > '8.0'`, `st.name = 'attribute 100'`, `s.value < '3.5'`],
    shows: 'min(s.value)',
  },
  tag: {
    tables: 'game_tag gt, tag w',
    joins: 'gt.game_id = g.id and gt.tag_id = w.id',
    where: [
      `w.name = 'tag 17'`,
      `w.name in ('tag 2', 'tag 31', 'tag 999')`,
      `w.name like '%99%'`,
      `w.name = 'tag 4000'`,
    ],
    shows: 'min(w.name)',
  },
  link: {
    tables: 'link l, relation lr, game g2',
    joins: 'l.game_id = g.id and l.linked_id = g2.id and l.relation_id = lr.id',
    where: [`lr.name = 'relation 5'`, `lr.name like '%1%' and g2.year > 2010`, `g2.kind_id = 2`],
    shows: 'min(g2.name)',
  },
  linked: {
    tables: 'score s2',
    joins: 's2.game_id = g2.id',
    where: [`s2.value < '3.0'`, `s2.attribute_id = 101`],
    shows: 'min(s2.value)',
  },
  completeness: {
    tables: 'completeness cc, state cs',
    joins: 'cc.game_id = g.id and cc.state_id = cs.id',
    where: [`cs.name = 'state 2'`, `cs.name like 'state%' and cc.subject_id = 1`],
    shows: 'min(cs.name)',
  },
  other: {
    tables: 'other_name o',
    joins: 'o.game_id = g.id',
    where: [`o.name like 'a%'`, `o.name is not null`],
    shows: 'min(o.name)',
  },
} satisfies Readonly<Record<string, Arm>>;

type ArmName = keyof typeof arms;

/** 33 shapes, which in four variants each but the last few make 113 queries of 3 to 15 tables. */
const shapes: readonly (readonly ArmName[])[] = [
  ['company', 'business', 'score'],
  ['company', 'tag'],
  ['tag', 'attribute'],
  ['score', 'tag'],
  ['company', 'attribute', 'business'],
  ['credit', 'tag'],
  ['credit', 'about', 'alias', 'link'],
  ['credit', 'alias', 'company', 'role'],
  ['credit', 'alias', 'company', 'role', 'figure'],
  ['credit', 'company', 'business', 'role', 'figure'],
  ['company', 'business', 'tag', 'link'],
  ['company', 'business', 'attribute', 'score'],
  ['company', 'business', 'attribute', 'score', 'kind'],
  ['attribute', 'score', 'tag', 'kind'],
  ['company', 'business', 'attribute', 'tag', 'other'],
  ['credit', 'alias', 'company', 'tag'],
  ['credit', 'company', 'tag'],
  ['credit', 'attribute', 'score'],
  ['credit', 'alias', 'company', 'attribute', 'role', 'figure'],
  ['credit', 'completeness', 'figure', 'kind', 'tag'],
  ['company', 'business', 'attribute', 'tag', 'link'],
  ['company', 'business', 'attribute', 'score', 'kind', 'tag'],
  ['completeness', 'company', 'business', 'attribute', 'kind', 'tag'],
  ['credit', 'alias', 'company', 'attribute', 'role', 'figure', 'tag'],
  ['credit', 'attribute', 'score', 'tag'],
  ['completeness', 'credit', 'figure', 'score', 'kind', 'tag'],
  ['completeness', 'company', 'business', 'attribute', 'tag', 'link'],
  ['completeness', 'company', 'business', 'attribute', 'score', 'kind', 'tag'],
  ['completeness', 'credit', 'alias', 'about', 'figure', 'company', 'role', 'tag'],
  ['completeness', 'credit', 'attribute', 'score', 'tag'],
  ['credit', 'company', 'attribute', 'score', 'tag'],
  ['tag', 'link'],
  ['company', 'link', 'linked', 'score', 'kind'],
];

const years = [
  'g.year > 2000',
  'g.year between 2005 and 2010',
  `g.name like 'Star%'`,
  'g.year = 1995 and g.series is null',
];

function query(shape: readonly ArmName[], variant: number): string {
  const parts = shape.map((name): Arm => arms[name]);
  const tables = ['game g', ...parts.map(({ tables }) => tables)];
  const where = parts.map((part, at) => part.where[(variant + at) % part.where.length] ?? '');
  const conditions = [...parts.map(({ joins }) => joins), ...where, years[(variant + shape.length) % years.length]];
  const shown = ['min(g.name)', ...parts.slice(0, 3).map(({ shows }) => shows)];
  return `select ${shown.join(', ')} from ${tables.join(', ')} where ${conditions.join(' and ')}`;
}

/** 113 queries over joins of up to 15 tables, of which only the primary keys have indexes. */
export const joins: BenchWorkload = {
  name: 'joins',
  schema,
  rows,
  queries: shapes
    .flatMap((shape, at) => [0, 1, 2, 3].slice(0, at < 14 ? 4 : 3).map((variant) => query(shape, variant)))
    .map((sql) => ({ sql, weight: 1 })),
};
