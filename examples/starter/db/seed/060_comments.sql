-- About 3,000 comments: most within a few days, most under the posts that people liked, most by the same people.
with phrases as (
  select
    array[
      'This is exactly what I needed this week.', 'Thank you for leaving the mistakes in.', 'I disagree, politely.',
      'Bookmarked.', 'We do it the other way round and it works too.', 'I tried it on Sunday.',
      'My father would have loved this.', 'The second paragraph is gold.', 'I had never thought of it like that.',
      'Reading this on the train and already planning.', 'Same experience here.', 'Lovely post.',
      'I wish I had read this last year.', 'This saved me an evening.', 'Took me three readings, worth it.',
      'Well written, and true.', 'I laughed out loud at the end.', 'It did not work for me at first.',
      'Finally somebody says it.', 'Sent this to my sister.', 'I come from the other end of this.',
      'You are too modest.', 'Half of this I knew, the other half I needed.', 'Careful with the third step.',
      'I have done this for twenty years and still learned something.', 'Short and useful.'
    ] as openers,
    array[
      'The waiting is the hard part.', 'In my case the weather was to blame.', 'I would add one thing: write it down.',
      'The cheap tools were good enough for me as well.', 'I went one size smaller and that fixed it.',
      'It took me four attempts.', 'My neighbour swears by the opposite.', 'The pictures would help a lot.',
      'I measured it, and you are right.', 'The trick is to stop earlier than you think.',
      'At our club we start beginners with the last step.', 'It depends on the water, as so often.',
      'Mine failed in the first winter.', 'Next time I will take notes.', 'The difference was night and day.',
      'There is an old book that says the same in forty pages.', 'My hands remember it better than my head.',
      'I would not skip the preparation, though.', 'With children around it takes twice as long and is twice the fun.',
      'One caution: check the date on the packet.', 'For us it was the other way about.',
      'We made it a Tuesday thing.', 'The result is not pretty, but it holds.', 'It has become a habit.'
    ] as middles,
    array[
      'How long did it take you the first time?', 'Would it work in a small flat?', 'Where did you find the material?',
      'Do you meet again next month?', 'What do you do when it rains?', 'Is there a part two?',
      'Which one would you buy today?', 'Did you ever go back to the old way?', 'How do you clean it afterwards?',
      'Can I borrow the book?'
    ] as questions
),
dice as (
  select
    g,
    ('x' || substr(h, 1, 4))::bit(16)::bigint as d1,
    ('x' || substr(h, 5, 4))::bit(16)::bigint as d2,
    ('x' || substr(h, 9, 4))::bit(16)::bigint as d3,
    ('x' || substr(h, 13, 4))::bit(16)::integer as d4,
    ('x' || substr(h, 17, 4))::bit(16)::integer as d5,
    ('x' || substr(h, 21, 4))::bit(16)::integer as d6,
    ('x' || substr(h, 25, 4))::bit(16)::bigint as d7,
    ('x' || substr(h, 29, 4))::bit(16)::bigint as d8
  from generate_series(1, 3600) as g
  cross join lateral md5('comment:' || g) as h
),
drawn as (
  select
    md5('comment:' || d.g)::uuid as id,
    d.*,
    p.id as post_id,
    u.id as author_id,
    split_part(split_part(p.body, E'\n\n', 2), '. ', 1) as quotable,
    greatest(p.published_at, u.created_at) + make_interval(mins => (5 + ((17000 * d.d3 * d.d3) >> 32))::integer)
      as created_at
  from dice as d
  join app.posts as p on p.id = md5('post:' || (1 + ((1200 * d.d1 * d.d7) >> 32)))::uuid
  join auth.users as u on u.id = md5('user:' || (1 + ((240 * d.d2 * d.d8) >> 32)))::uuid
  where p.published_at is not null
),
placed as (
  select
    d.*,
    array_agg(d.id) over earlier as ids,
    row_number() over earlier as place
  from drawn as d
  -- Not after the author or the editors had taken the post back.
  join app.posts as p on p.id = d.post_id and d.created_at < coalesce(p.deleted_at, timestamptz '2026-02-27 22:00+00')
  window earlier as (partition by d.post_id order by d.created_at, d.g rows between unbounded preceding and current row)
)
insert into app.comments (id, post_id, parent_id, author_id, created_at, updated_at, body)
select
  p.id,
  p.post_id,
  case when p.place > 1 and p.d4 % 20 < 7 then p.ids[1 + p.d5 % (p.place - 1)] end,
  p.author_id,
  p.created_at,
  p.created_at,
  case when p.d6 % 7 = 3 then '"' || p.quotable || '." ' else '' end
    || openers[1 + p.d4 % 26]
    || case when p.d5 % 5 < 4 then ' ' || middles[1 + p.d6 % 24] else '' end
    || case when p.d6 % 6 = 0 then ' ' || questions[1 + p.d5 % 10] else '' end
from placed as p
cross join phrases
order by p.created_at, p.g
on conflict do nothing;

-- A few are corrected or taken back within the hour.
with changes as (
  select
    c.id,
    dice % 100 as percent,
    c.created_at + make_interval(mins => 2 + dice % 55) as changed_at
  from generate_series(1, 3600) as g
  join app.comments as c on c.id = md5('comment:' || g)::uuid
  cross join lateral (select ('x' || substr(md5('remark:' || g), 1, 4))::bit(16)::integer as dice) as d
  where c.updated_at = c.created_at
)
update app.comments as c
set
  body = case when x.percent < 3 then c.body || ' (Edited: typing on the phone.)' else c.body end,
  deleted_at = case when x.percent >= 3 then x.changed_at end,
  updated_at = x.changed_at
from changes as x
where c.id = x.id
  and x.percent < 5;
