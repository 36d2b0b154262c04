-- 240 people. Nothing here is random: every choice is arithmetic on the person's number or on an md5 of it, and
-- every date is a fixed one, so each load gives the same rows. The trigger on auth.users makes the profiles.
-- The lower the number, the earlier somebody came and the more they write.
with lists as (
  select
    array[
      'Ada', 'Agnieszka', 'Aisha', 'Alejandro', 'Amara', 'Anton', 'Ayumi', 'Beatriz', 'Björn', 'Camille', 'Carlos',
      'Chiara', 'Daniel', 'Deepa', 'Elif', 'Elena', 'Emeka', 'Esther', 'Farid', 'Fiona', 'Gabriel', 'Grace', 'Hana',
      'Henrik', 'Hugo', 'Ines', 'Ivan', 'Jonas', 'Julia', 'Kofi', 'Kwame', 'Lars', 'Leila', 'Lucía', 'Magnus', 'Marta',
      'Mateo', 'Mei', 'Milan', 'Nadia', 'Noor', 'Olga', 'Omar', 'Paolo', 'Priya', 'Rosa', 'Ruth', 'Samuel', 'Sanne',
      'Sofia', 'Stefan', 'Tadeo', 'Tamar', 'Tomasz', 'Uma', 'Vera', 'Wanjiru', 'Yara', 'Youssef', 'Zoë', 'Zuzana'
    ] as given_names,
    array[
      'Abebe', 'Achterberg', 'Almeida', 'Andersen', 'Baptiste', 'Barros', 'Becker', 'Bergström', 'Bianchi', 'Carvalho',
      'Castillo', 'Chandra', 'Cohen', 'Costa', 'Delgado', 'Demir', 'Diallo', 'Duarte', 'Eriksen', 'Farkas', 'Ferreira',
      'Fischer', 'Fontaine', 'Fujimoto', 'García', 'Gupta', 'Haddad', 'Halvorsen', 'Hernández', 'Hoffmann', 'Horváth',
      'Ibrahim', 'Ivanova', 'Jansen', 'Jiménez', 'Kamau', 'Kaplan', 'Kim', 'Kowalski', 'Larsen', 'Laurent', 'Lindqvist',
      'Lopes', 'Marchetti', 'Mbeki', 'Mendoza', 'Mensah', 'Moreau', 'Moretti', 'Nakamura', 'Navarro', 'Ndiaye', 'Novák',
      'Nowak', 'Obi', 'Okafor', 'Olsen', 'Ortega', 'Owusu', 'Pereira', 'Petrov', 'Popescu', 'Quinn', 'Rahman', 'Ramos',
      'Rossi', 'Sato', 'Schneider', 'Silva', 'Sørensen', 'Suzuki', 'Takahashi', 'Tesfaye', 'Torres', 'Urban', 'Vargas',
      'Virtanen', 'Weber', 'Wójcik', 'Yılmaz', 'Zamora', 'Zielinski', 'Zimmermann'
    ] as family_names,
    array[
      'fernwood.example', 'fernwood.example', 'fernwood.example', 'postbox.example', 'postbox.example', 'harbour.example',
      'northmail.example', 'studio-lind.example', 'quarry.example', 'oldmill.example'
    ] as domains,
    array[
      'baking', 'gardening', 'databases', 'baking', 'cycling', 'woodworking', 'gardening', 'photography', 'hiking',
      'baking', 'coffee', 'databases', 'gardening', 'mending', 'cycling', 'photography', 'baking', 'hiking', 'music',
      'woodworking'
    ] as interests
),
people as (
  select
    n,
    -- 61 and 83 share no factor: no two people get the same pair of names.
    given_names[1 + n * 17 % 61] as given_name,
    family_names[1 + n * 29 % 83] as family_name,
    domains[1 + n * 7 % 10] as domain,
    interests[1 + n * 7 % 20] as interest,
    timestamptz '2025-09-01 06:00+00'
      + make_interval(hours => 24 * (150 * n * n / 57600), mins => n * 389 % 960) as joined_at
  from lists
  cross join generate_series(1, 240) as n
),
named as (
  select
    p.*,
    translate(lower(given_name), 'öøëí', 'ooei') as given_ascii,
    translate(lower(family_name), 'áäéíóöøřı', 'aaeiooori') as family_ascii
  from people as p
)
insert into auth.users (id, email, raw_user_meta_data, last_sign_in_at, created_at, updated_at)
select
  md5('user:' || n)::uuid,
  given_ascii || '.' || family_ascii || '@' || domain,
  jsonb_build_object(
    'handle', case n % 3 when 0 then given_ascii || '_' || family_ascii when 1 then given_ascii || left(family_ascii, 4)
      else left(given_ascii, 1) || family_ascii end,
    'display_name', given_name || ' ' || family_name,
    'interest', interest
  ),
  case when n % 9 <> 4 then joined_at + make_interval(hours => 24 * (1 + n * 37 % 28), mins => n * 53 % 600) end,
  joined_at,
  joined_at
from named
order by n
on conflict do nothing;

-- Most people say something about themselves on the day after.
with lists as (
  select
    array[
      'Nurse', 'Bus driver', 'Retired teacher', 'Carpenter', 'Backend developer', 'Librarian', 'Student', 'Translator',
      'Vet', 'Accountant', 'Ferry engineer', 'Father of three', 'Midwife', 'Bookbinder', 'Data analyst', 'Postwoman',
      'Physics teacher', 'Cook'
    ] as works,
    array[
      'Porto', 'Bergen', 'Utrecht', 'Accra', 'Kraków', 'Valparaíso', 'Leeds', 'Turku', 'Nairobi', 'Graz', 'Oaxaca',
      'Sapporo', 'Izmir', 'Halifax', 'Ghent', 'Pune', 'Galway', 'Brno', 'Montevideo'
    ] as places,
    '{
      "baking": ["There is always a starter in my fridge.", "I bake on Fridays and give most of it away."],
      "gardening": ["Forty square metres and too many tomatoes.", "I grow what the slugs leave me."],
      "databases": ["I read query plans for fun.", "Keeps old tables running and writes about it."],
      "cycling": ["Four bicycles, one of them rideable.", "To work by bike, whatever the sky says."],
      "woodworking": ["Hand tools, small shed, patient neighbours.", "Learning to sharpen since 2009."],
      "photography": ["Film, mostly, and mostly grey.", "I carry one lens and complain about it."],
      "hiking": ["Slow on the way up.", "Collects maps of places with bad weather."],
      "coffee": ["Two cups before I answer anything.", "Roasts on the balcony, sorry about the smoke."],
      "mending": ["I repair what others would throw out.", "Socks are worth an evening."],
      "music": ["Second accordion in a band of nine.", "Plays the cello where nobody can hear it."]
    }'::jsonb as lines
),
bios as (
  select
    md5('user:' || n)::uuid as id,
    works[1 + n * 11 % 18] || ' in ' || places[1 + n * 13 % 19] || '. '
      || (lines -> (u.raw_user_meta_data ->> 'interest') ->> (n % 2)) as bio
  from lists
  cross join generate_series(1, 240) as n
  join auth.users as u on u.id = md5('user:' || n)::uuid
  where n % 10 not in (3, 6, 9)
)
update app.profiles as p
set bio = b.bio, updated_at = p.created_at + interval '20 hours'
from bios as b
where p.id = b.id
  and p.updated_at = p.created_at;

update app.settings as s
set
  preferences = jsonb_strip_nulls(jsonb_build_object(
    'theme', (array['dark', 'light', 'system', 'dark'])[1 + n * 5 % 4],
    'language', (array['en', 'en', 'pt', 'de', 'en', 'es', 'fr', 'en', 'nl', 'pl'])[1 + n * 3 % 10],
    'notifications', jsonb_build_object(
      'comments', n % 7 <> 0,
      'digest', (array['weekly', 'daily', 'weekly', 'never', 'weekly', 'monthly'])[1 + n % 6]
    ),
    'editor', case when n % 5 = 0 then jsonb_build_object('font', 'serif', 'markdown', n % 2 = 0) end,
    'beta', case when n % 12 = 0 then jsonb_build_array('offline-drafts') end
  )),
  updated_at = s.created_at + make_interval(mins => 3 + n % 45)
from generate_series(1, 240) as n
where s.user_id = md5('user:' || n)::uuid
  and n % 4 <> 2
  and s.updated_at = s.created_at;
