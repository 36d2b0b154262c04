-- 1,200 posts. Each author writes about the interest that they named at sign-up. They are inserted as drafts and
-- then published, edited, archived and deleted, so that versions and the audit log tell a true story.
with topics as (
  select
    t.interest,
    t.subjects,
    t.details
  from (
    values
      (
        'baking',
        array[
          'rye sourdough', 'laminated dough', 'focaccia', 'overnight porridge bread', 'bagels', 'brioche', 'flatbreads',
          'steam in a home oven', 'pie crust', 'whole-grain flour', 'braided loaves', 'feeding a starter'
        ],
        array[
          'The dough told me more than the clock did: it was ready when it kept the print of a finger.',
          'Weigh the water; a cup is a guess with a handle.',
          'My oven runs twenty degrees cold, which explained two years of pale crusts.',
          'A night in the fridge bought me flavour and a free evening.',
          'I write flour, room temperature and hour on a card, and no longer guess.',
          'Fold, wait, fold again; most of the work is the waiting.',
          'The loaf that I forgot on the counter was the best of the month.',
          'Salt goes in late, after the flour has had half an hour to drink.',
          'A cast-iron pot with a lid did more than any gadget that I bought before.',
          'Let it cool: cutting a hot loaf is how you make glue.',
          'With hard tap water everything rose a little slower.',
          'The crust sings for a minute when it leaves the oven; I still call the children for it.'
        ]
      ),
      (
        'gardening',
        array[
          'raised beds', 'compost', 'growing tomatoes', 'winter salads', 'pruning old apple trees', 'seed saving',
          'slug control', 'a balcony garden', 'cold frames', 'watering', 'growing garlic', 'native hedges'
        ],
        array[
          'The north corner stays frozen two weeks longer than the rest, so nothing tender goes there.',
          'Mulch in May saved more water than any irrigation kit.',
          'I sow half the packet and keep the other half for when the first half fails.',
          'The soil under the old path turned out to be the best of the whole plot.',
          'Leaves are free; ask your neighbours before they burn them.',
          'One hour with a sharp hoe beats a Sunday on your knees.',
          'Everything that I planted by the calendar came too early, and everything by the blackbirds in time.',
          'A board laid on the ground overnight tells you how many slugs you are feeding.',
          'Labels fade; I now scratch them into strips of an old tin.',
          'The beans climbed the fence, the lamp post and, for a week, the bicycle.',
          'Water in the morning and deeply, not a little every evening.',
          'We lost the first row to frost and learned to listen to the radio.'
        ]
      ),
      (
        'databases',
        array[
          'query tuning', 'partial indexes', 'keyset pagination', 'row level security', 'schema migrations',
          'connection pools', 'full-text search', 'job queues', 'backup drills', 'JSON columns', 'partitioned tables',
          'materialized views'
        ],
        array[
          'The plan said sequential scan, and for two hundred rows the plan was right.',
          'An index on the foreign key took the page from four seconds to thirty milliseconds.',
          'We rehearsed the migration on a copy and found the lock before our users did.',
          'OFFSET was fine until page nine hundred, where a crawler lived.',
          'The table had eleven indexes and the queries used three of them.',
          'A backup that nobody has restored is a rumour.',
          'Statistics were three weeks old, and the planner believed them.',
          'Two workers took the same job until we added SKIP LOCKED.',
          'The pool was not too small; one handler forgot to give its connection back.',
          'With EXPLAIN in the review we argue about rows instead of tastes.',
          'The policy called a function once per row, and there were nine million rows.',
          'Adding the constraint as NOT VALID and validating it later kept the site up.'
        ]
      ),
      (
        'cycling',
        array[
          'wheel truing', 'winter commuting', 'bottom brackets', 'loaded touring', 'disc brakes', 'bike fit',
          'gravel routes', 'cleaning a drivetrain', 'cargo bikes', 'puncture repair', 'night riding',
          'riding with children'
        ],
        array[
          'A quarter turn of the spoke key is a lot; an eighth is plenty.',
          'Wide tyres at low pressure made the cobbles disappear.',
          'The chain lasted twice as long once I wiped it after rain.',
          'Mudguards are the difference between a ride and a laundry day.',
          'The creak came from the seat post, as it always does.',
          'I raised the saddle by eight millimetres and my knee stopped complaining.',
          'Lights with a fixed mount get stolen less than lights with a clever one.',
          'On the ferry somebody showed me how to patch a tube with a coin and patience.',
          'Panniers should be heavy at the bottom and boring on top.',
          'Headwind counts as a climb; plan accordingly.',
          'The route along the canal is longer and quicker, because nothing on it makes you stop.',
          'New pads need twenty firm stops before they bite.'
        ]
      ),
      (
        'woodworking',
        array[
          'hand-cut dovetails', 'sharpening chisels', 'workbench design', 'green wood carving', 'shellac finishes',
          'hand planes', 'drawer making', 'reclaimed timber', 'spoon carving', 'mortise and tenon joints', 'small boxes',
          'glue-ups'
        ],
        array[
          'A marking knife leaves a wall for the chisel; a pencil leaves an opinion.',
          'Sharp means that it shaves end grain without asking.',
          'The old floorboards were pitch pine and full of nails, and worth every one of them.',
          'I cut the tails first, because that is how I was shown.',
          'Winding sticks found a twist that my eye had forgiven.',
          'Rehearse the clamps dry; glue does not wait for a missing caul.',
          'The bench is ugly and does not move, which is all that I ask of it.',
          'Thin coats, many of them, and a night between each.',
          'Green birch cuts like cheese on Monday and like horn on Friday.',
          'Measure the drawer from the opening, never from the drawing.',
          'One good square taught me more than four cheap ones.',
          'The shavings light the stove, so nothing is lost.'
        ]
      ),
      (
        'photography',
        array[
          'long exposures', 'street portraits', 'home developing', 'window light', 'old lenses', 'contact sheets',
          'photographing birds', 'black-and-white film', 'printing at home', 'night scenes', 'family albums',
          'pinhole cameras'
        ],
        array[
          'I asked first, and nine people out of ten said yes.',
          'A north window and a white bedsheet beat the studio that I could not afford.',
          'The lens from 1961 flares like a church, and I have stopped fighting it.',
          'Two rolls a month make me look longer.',
          'The thermometer was off by three degrees, and so were all my shadows.',
          'Arrive before the birds do, and bring a second pair of socks.',
          'On the contact sheet the frame before the one I chose was better.',
          'The tripod was stable once I hung the bag from it.',
          'Print small, pin it to the wall, live with it for a week.',
          'Nobody in the album looks at the camera, and that is why it feels alive.',
          'Meter for the shadows and let the lamps burn out.',
          'A shoebox, foil and a needle: the exposure was eleven minutes.'
        ]
      ),
      (
        'hiking',
        array[
          'ridge walks', 'packing light', 'map reading', 'winter hut trips', 'river crossings', 'coastal paths',
          'hiking alone', 'hiking with a dog', 'blister care', 'trail food', 'sleeping out', 'walking in bad weather'
        ],
        array[
          'We turned round at noon, and that was the best decision of the day.',
          'The path on the map had slid into the sea some winters ago.',
          'Two pairs of thin socks did what no expensive pair had done.',
          'Unclip the hip belt before you step into the water.',
          'The hut was cold until four people had cooked soup in it.',
          'My pack lost three kilos when I laid everything out and asked each thing what for.',
          'Porridge with cheese sounds wrong until the second pass.',
          'The dog carried her own food and looked proud of it.',
          'Fog came in ten minutes; the compass was in my hand because I had practised at home.',
          'I leave the plan with my sister, with the hour at which she may worry.',
          'Dry clothes for the night stay dry, whatever the day does.',
          'Slow on the way up means company on the way down.'
        ]
      ),
      (
        'coffee',
        array[
          'pour-over brewing', 'home roasting', 'grinder maintenance', 'espresso at home', 'water chemistry', 'moka pots',
          'cold brew', 'tasting notes', 'milk steaming', 'decaf beans', 'brewing for a crowd', 'camp coffee'
        ],
        array[
          'Same beans, same grind, other water: it was another cup.',
          'The scale matters more than the kettle.',
          'I clean the burrs on the first of the month and taste it on the second.',
          'Grind finer until it turns bitter, then go back one step.',
          'The smoke alarm has opinions about home roasting.',
          'Thirty guests, two big pots and a recipe on the wall: nobody waited.',
          'Half an hour in the fridge door had cost the beans all of their sweetness.',
          'Take the pot off the flame before it gurgles.',
          'My notes say plum; my daughter says hot water.',
          'At two thousand metres it boils at ninety-three, and that is fine.',
          'The milk is ready when the jug is just too warm to hold.',
          'A blind tasting of five cups cured me of two brands.'
        ]
      ),
      (
        'mending',
        array[
          'visible mending', 'darning socks', 'zip replacement', 'patching elbows', 'hand quilting', 'old sewing machines',
          'natural dyes', 're-waxing jackets', 'leather care', 'knitting repairs', 'buttonholes',
          'tailoring hand-me-downs'
        ],
        array[
          'A wooden mushroom under the heel, wool a shade too bright, and an hour of radio.',
          'The patch goes inside first; the pretty one is only for show.',
          'The machine from the attic needed oil and a new belt and nothing else.',
          'Onion skins give a yellow that no shop sells.',
          'Unpick with patience: the old seam shows you how it was made.',
          'Only the slider was worn, so the zip could stay.',
          'Wash it before you mend it, or the patch will shrink away from the hole.',
          'I warmed the wax in the oven and the jacket on the radiator.',
          'Short stitches on the curve, long ones on the straight.',
          'The coat has now outlived two fashions.',
          'At the repair table people bring one thing and come back with five.',
          'A thread of the same age disappears; a new one shouts.'
        ]
      ),
      (
        'music',
        array[
          'ear training', 'fingerpicking', 'practising scales', 'choir warm-ups', 'home recording', 'old synthesizers',
          'sight-reading', 'accordion repair', 'drum tuning', 'band rehearsals', 'songwriting', 'cello practice'
        ],
        array[
          'Ten minutes each morning did more than the long Sunday session.',
          'Slow enough to be perfect, then one notch faster.',
          'The blanket over the door was the best microphone upgrade.',
          'We tuned the low head a third below the top one and the ringing stopped.',
          'Sing it first; if you cannot sing it you do not know it yet.',
          'The reed was held by wax older than me.',
          'Count aloud, even when it is embarrassing.',
          'We recorded the rehearsal and heard who was rushing. It was me.',
          'Three chords and a good second verse.',
          'The neighbour asked for the waltz again, through the wall.',
          'A cheap metronome is an honest friend.',
          'The oscillator drifts for half an hour and is lovely after that.'
        ]
      )
  ) as t (interest, subjects, details)
),
phrases as (
  select
    array[
      'What a year of %s taught me', 'Notes on %s', 'A beginner''s guide to %s', '%s on a small budget',
      'Five mistakes I made with %s', 'Why I keep coming back to %s', '%s, step by step', 'In praise of %s',
      'The quiet pleasure of %s', 'Getting better at %s', '%s without the fuss', 'What nobody tells you about %s',
      'Teaching %s to my neighbour', 'A short history of %s', 'Rethinking %s', '%s for people in a hurry',
      'The tools I use for %s', 'Questions about %s, answered', 'One small change to %s', 'A weekend of %s'
    ] as titles,
    array[
      'A few notes on %s, with the mistakes left in.', 'What worked for us, what did not, and what we would skip.',
      'Everything that I know about %s, in one sitting.', 'Less equipment, more patience.',
      'An honest report on %s after the first season.', 'For everybody who asked about %s at the last meeting.',
      'Three things to try before you spend money.', 'Where to start with %s, and where to stop.', '', ''
    ] as summaries,
    array[
      'I used to leave %s to other people.', 'Last winter I decided to get serious about %s.',
      'Somebody at the market asked me about %s, and I talked for an hour.',
      'This is the post about %s that I wanted to read two years ago.',
      'I have been wrong about %s before, so take this as a report and not as advice.',
      'My grandmother had opinions about %s, and most of them hold up.',
      'There is a lot written about %s, and little of it from a kitchen table.',
      'After the third failure I sat down and thought about %s properly.',
      'Three of you wrote in with questions about %s.',
      'I keep a notebook on %s, and this is what is left after crossing out the nonsense.',
      'We spent a rainy Saturday on %s, all of us together.',
      'Nobody warns you how much of %s is patience.',
      'A friend moved away and left me her books about %s.',
      'I am no expert in %s; I have only made more mistakes than most.'
    ] as openings,
    array[
      'The first attempts were bad in ways that taught me something.',
      'I changed one thing at a time, which is slow and the only way to learn what mattered.',
      'What surprised me was how little equipment it takes.',
      'Most of what I had read was right, but in the wrong order.',
      'I timed it: the part that I dreaded took eleven minutes.',
      'If you do only one thing, do the boring preparation.',
      'The cheap version was fine for a year, and by then I knew what I needed.',
      'Doing it every Tuesday beat doing it well once a month.',
      'I asked an old hand to watch me, and she fixed in a minute what I had practised for weeks.',
      'Write down what you did, above all when it worked.',
      'There were two evenings when I nearly gave up.',
      'The difference between good and very good was a good night''s sleep.',
      'I had been treating the symptom and not the cause.',
      'None of this is new, but it was new to me.'
    ] as reflections,
    array[
      'Tell me in the comments what you do differently.', 'Next month I will try it with less of everything.',
      'If you are near by, come and see; there is always tea.', 'I will report back when the season turns.',
      'Corrections are welcome, the blunter the better.', 'That is all. It is enough to start with.',
      'The next post will have photographs, I promise.', 'Thank you to everyone who lent me their tools.',
      'Try it once before you believe me.', 'I would love to hear from somebody who does this for a living.',
      'Ask me again in a year.', 'And if it goes wrong, it goes wrong cheaply.'
    ] as closings
),
dice as (
  select
    g,
    ('x' || substr(h, 1, 4))::bit(16)::bigint as d1,
    ('x' || substr(h, 5, 4))::bit(16)::integer as d2,
    ('x' || substr(h, 9, 4))::bit(16)::integer as d3,
    ('x' || substr(h, 13, 4))::bit(16)::integer as d4,
    ('x' || substr(h, 17, 4))::bit(16)::integer as d5,
    ('x' || substr(h, 21, 4))::bit(16)::integer as d6,
    ('x' || substr(h, 25, 4))::bit(16)::bigint as d7
  from generate_series(1, 1200) as g
  cross join lateral md5('post:' || g) as h
),
drawn as (
  select
    d.*,
    u.id as author_id,
    u.raw_user_meta_data ->> 'interest' as interest,
    -- Some day after the author came, between six in the morning and ten at night.
    timestamptz '2025-09-01 00:00+00' + make_interval(
      hours => 24 * (joined.day + 1 + (((174 - joined.day) * d.d2) >> 16)),
      secs => 21600 + ((57600 * d.d3::bigint) >> 16)
    ) as created_at
  from dice as d
  -- The product of two dice is small more often than large: a few people write much, most write little.
  join auth.users as u on u.id = md5('user:' || (1 + ((240 * d.d1 * d.d7) >> 32)))::uuid
  cross join lateral (
    select extract(day from u.created_at - timestamptz '2025-09-01 00:00+00')::integer as day
  ) as joined
),
counted as (
  select d.*, (row_number() over (partition by d.interest order by d.created_at, d.g))::integer - 1 as nth
  from drawn as d
),
titled as (
  select
    c.*,
    t.details,
    -- 240 combinations of title and subject, each once before any comes back as part two.
    t.subjects[1 + c.nth * 101 % 12] as subject,
    format(p.titles[1 + c.nth * 101 % 240 / 12], t.subjects[1 + c.nth * 101 % 12])
      || case c.nth / 240 when 0 then '' else ', part ' || (c.nth / 240 + 1) end as title
  from counted as c
  join topics as t using (interest)
  cross join phrases as p
),
written as (
  select
    t.*,
    upper(left(t.title, 1)) || substr(t.title, 2) as headline,
    format(p.summaries[1 + t.d4 % 10], t.subject) as summary,
    format(p.openings[1 + t.d5 % 14], t.subject) as opening,
    p.reflections[1 + t.d4 % 14] as first_thought,
    p.reflections[1 + (t.d4 + 1 + t.d6 % 13) % 14] as second_thought,
    p.closings[1 + t.d6 % 12] as closing,
    (
      select array_agg(shuffled.detail order by shuffled.place)
      from (
        select d.detail, md5(t.g || ':' || d.i) collate "C" as place
        from unnest(t.details) with ordinality as d (detail, i)
      ) as shuffled
    ) as facts
  from titled as t
  cross join phrases as p
)
insert into app.posts (id, author_id, team_id, created_at, updated_at, slug, title, summary, body)
select
  md5('post:' || w.g)::uuid,
  w.author_id,
  case
    when w.d4 % 4 = 0 then (
      select m.team_id
      from app.team_members as m
      where m.user_id = w.author_id and m.created_at < w.created_at
      order by md5(w.g || m.team_id::text) collate "C"
      limit 1
    )
  end,
  w.created_at,
  w.created_at,
  trim(both '-' from regexp_replace(replace(lower(w.title), '''', ''), '[^a-z0-9]+', '-', 'g')),
  w.headline,
  w.summary,
  w.opening || ' ' || w.facts[1] || ' ' || w.first_thought
    || E'\n\n' || w.facts[2] || ' ' || w.facts[3] || ' ' || w.second_thought
    || case when w.d5 % 3 > 0 then E'\n\n' || w.facts[4] || ' ' || w.facts[5] else '' end
    || E'\n\n' || w.closing
from written as w
order by w.created_at, w.g
on conflict do nothing;

-- Six of seven get published, after a quarter of an hour or after two days.
update app.posts as p
set
  status = 'published',
  published_at = p.created_at + make_interval(mins => 15 + d.dice % 2700),
  updated_at = p.created_at + make_interval(mins => 15 + d.dice % 2700)
from (
  select
    md5('post:' || g)::uuid as id,
    ('x' || substr(md5('publish:' || g), 1, 4))::bit(16)::integer as dice
  from generate_series(1, 1200) as g
) as d
where p.id = d.id
  and d.dice % 7 <> 3
  and p.status = 'draft'
  and p.updated_at = p.created_at;

-- Some are edited days later, some archived, a few taken back.
with draws as (
  select p.id, p.published_at, dice, p.published_at + make_interval(hours => 5 + dice % 190) as changed_at
  from generate_series(1, 1200) as g
  join app.posts as p on p.id = md5('post:' || g)::uuid
  cross join lateral (select ('x' || substr(md5('change:' || g), 1, 4))::bit(16)::integer as dice) as d
  where p.status = 'published'
    and p.updated_at = p.published_at
),
changes as (
  select id, changed_at, dice % 100 as percent, dice % 5 as kind
  from draws
  where changed_at < timestamptz '2026-02-28 18:00+00'
)
update app.posts as p
set
  status = case when c.percent between 15 and 20 then 'archived' else p.status end,
  deleted_at = case when c.percent > 20 then c.changed_at end,
  body = case
    when c.percent < 15 then p.body || E'\n\n' || (array[
      'Update: several of you pointed out a mistake in the second paragraph. It is fixed, thank you.',
      'Update: I tried it again this week and it still holds.',
      'Update: the shop that I used has closed; any other will do.',
      'Update: a reader sent a much better way, see the first comment.',
      'Update: corrected a number. It was my handwriting.'
    ])[1 + c.kind]
    else p.body
  end,
  updated_at = c.changed_at
from changes as c
where p.id = c.id
  and c.percent < 23;

-- The interest is a tag, the kind of title is one, and up to two more come by their popularity.
with marked as (
  select
    p.id as post_id,
    p.created_at,
    u.raw_user_meta_data ->> 'interest' as interest,
    case
      when p.title ~ '^(A beginner|Teaching)' then 'beginners'
      when p.title ~ '(mistakes|nobody tells)' then 'mistakes'
      when p.title ~ '(step by step|without the fuss|Getting better)' then 'how-to'
      when p.title ~ 'tools I use' then 'tools'
      when p.title ~ 'budget' then 'budget'
      when p.title ~ 'Questions' then 'questions'
      when p.title ~ 'history' then 'history'
      when p.title ~ '(hurry|small change|^Notes)' then 'quick-tips'
      else 'long-reads'
    end as kind,
    ('x' || substr(md5('tags:' || g), 1, 4))::bit(16)::bigint as d1,
    ('x' || substr(md5('tags:' || g), 5, 4))::bit(16)::bigint as d2
  from generate_series(1, 1200) as g
  join app.posts as p on p.id = md5('post:' || g)::uuid
  join auth.users as u on u.id = p.author_id
  where not exists (select from app.post_tags as pt where pt.post_id = p.id)
),
picked as (
  select
    m.post_id,
    m.created_at,
    t.slug,
    t.i
  from marked as m
  cross join (
    select array[
      'tools', 'how-to', 'repair', 'winter', 'community', 'experiments', 'materials', 'teaching', 'travel', 'safety',
      'science', 'budget'
    ] as popular
  ) as p
  cross join lateral (
    values
      (1, m.interest),
      (2, m.kind),
      (3, case when m.d1 % 5 < 3 then popular[1 + ((12 * m.d1 * m.d1) >> 32)] end),
      (4, case when m.d2 % 5 < 1 then popular[1 + ((12 * m.d2 * m.d2) >> 32)] end)
  ) as t (i, slug)
)
insert into app.post_tags (post_id, tag_id, created_at)
select p.post_id, t.id, p.created_at
from picked as p
join app.tags as t on t.slug = p.slug
order by p.created_at, p.post_id, p.i
on conflict do nothing;
