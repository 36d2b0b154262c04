import type { BenchWorkload } from './workload.ts';

const schema = `
  create table region (id int primary key, name text not null);
  create table nation (id int primary key, name text not null, region_id int not null references region);
  create table supplier (id int primary key, name text not null, nation_id int not null, balance numeric(12,2) not null, comment text not null);
  create table customer (id int primary key, name text not null, nation_id int not null, phone text not null, balance numeric(12,2) not null, segment text not null);
  create table part (id int primary key, name text not null, maker text not null, brand text not null, type text not null, size int not null, container text not null, price numeric(12,2) not null);
  create table offer (part_id int not null, supplier_id int not null, available int not null, cost numeric(12,2) not null, primary key (part_id, supplier_id));
  create table orders (id int primary key, customer_id int not null, status char(1) not null, total numeric(12,2) not null, ordered date not null, priority text not null, comment text not null);
  create table item (order_id int not null, line int not null, part_id int not null, supplier_id int not null, quantity int not null, price numeric(12,2) not null, discount numeric(4,2) not null, tax numeric(4,2) not null, returned char(1) not null, status char(1) not null, shipped date not null, committed date not null, received date not null, mode text not null, instruction text not null, primary key (order_id, line));
`;

const rows = `
  select setseed(0.5);
  insert into region select g, 'region ' || g from generate_series(1, 5) g;
  insert into nation select g, 'nation ' || g, g % 5 + 1 from generate_series(1, 25) g;
  insert into supplier select g, 'supplier ' || g, g * 7 % 25 + 1, random() * 9000 - 500, case when g % 200 = 0 then 'customer complaints' else md5(g::text) end from generate_series(1, 1000) g;
  insert into customer select g, 'customer ' || g, g * 11 % 25 + 1, (10 + g % 25) || '-' || g % 1000, random() * 9000 - 500, (array['auto','house','food','tools','books'])[1 + (random() * 4)::int] from generate_series(1, 1500) g;
  insert into part select g, (array['green','red','blue','dark','light'])[1 + (random() * 4)::int] || ' part ' || g, 'maker ' || g % 5, 'brand ' || g % 25, (array['small','large','medium','economy','promo'])[1 + (random() * 4)::int] || ' ' || (array['brass','tin','steel'])[1 + (random() * 2)::int], (random() * 49)::int + 1, (array['box','bag','jar','drum'])[1 + (random() * 3)::int], 900 + g % 1000 from generate_series(1, 2000) g;
  insert into offer select p, (p * 13 + s * 251) % 1000 + 1, (random() * 9999)::int, random() * 1000 from generate_series(1, 2000) p, generate_series(0, 3) s on conflict do nothing;
  insert into orders select g, (random() * 1499)::int + 1, (array['F','O','P'])[1 + (random() * 2)::int], random() * 300000, date '2020-01-01' + (random() * 2400)::int, (1 + (random() * 4)::int)::text, case when g % 100 = 0 then 'special requests' else md5(g::text) end from generate_series(1, 15000) g;
  insert into item
    select o.id, l, (random() * 1999)::int + 1, (random() * 999)::int + 1, (random() * 49)::int + 1, random() * 90000, (random() * 10)::int / 100.0, (random() * 8)::int / 100.0,
      (array['A','N','R'])[1 + (random() * 2)::int], (array['F','O'])[1 + (random())::int], o.ordered + (random() * 120)::int, o.ordered + 30 + (random() * 60)::int, o.ordered + 20 + (random() * 130)::int,
      (array['air','mail','ship','truck','rail','fob','reg'])[1 + (random() * 6)::int], (array['none','cod','person','return'])[1 + (random() * 3)::int]
    from orders o, generate_series(1, 4) l;
`;

const queries = [
  `select returned, status, sum(quantity), sum(price), sum(price * (1 - discount)), avg(quantity), count(*) from item where shipped <= date '2026-06-01' group by returned, status order by returned, status`,
  `select s.balance, s.name, n.name, p.id, p.maker from part p, supplier s, offer o, nation n, region r where p.id = o.part_id and s.id = o.supplier_id and p.size = 15 and p.type like '%brass' and s.nation_id = n.id and n.region_id = r.id and r.name = 'region 3' and o.cost = (select min(o2.cost) from offer o2, supplier s2, nation n2, region r2 where p.id = o2.part_id and s2.id = o2.supplier_id and s2.nation_id = n2.id and n2.region_id = r2.id and r2.name = 'region 3') order by s.balance desc, n.name, s.name, p.id limit 100`,
  `select i.order_id, sum(i.price * (1 - i.discount)) as revenue, o.ordered from customer c, orders o, item i where c.segment = 'house' and c.id = o.customer_id and i.order_id = o.id and o.ordered < date '2023-03-15' and i.shipped > date '2023-03-15' group by i.order_id, o.ordered order by revenue desc, o.ordered limit 10`,
  `select priority, count(*) from orders o where ordered >= date '2023-07-01' and ordered < date '2023-10-01' and exists (select 1 from item i where i.order_id = o.id and i.committed < i.received) group by priority order by priority`,
  `select n.name, sum(i.price * (1 - i.discount)) as revenue from customer c, orders o, item i, supplier s, nation n, region r where c.id = o.customer_id and i.order_id = o.id and i.supplier_id = s.id and c.nation_id = s.nation_id and s.nation_id = n.id and n.region_id = r.id and r.name = 'region 2' and o.ordered >= date '2023-01-01' and o.ordered < date '2024-01-01' group by n.name order by revenue desc`,
  `select sum(price * discount) from item where shipped >= date '2023-01-01' and shipped < date '2024-01-01' and discount between 0.05 and 0.07 and quantity < 24`,
  `select n1.name, n2.name, extract(year from i.shipped) as y, sum(i.price) from supplier s, item i, orders o, customer c, nation n1, nation n2 where s.id = i.supplier_id and o.id = i.order_id and c.id = o.customer_id and s.nation_id = n1.id and c.nation_id = n2.id and ((n1.name = 'nation 3' and n2.name = 'nation 7') or (n1.name = 'nation 7' and n2.name = 'nation 3')) and i.shipped between date '2023-01-01' and date '2024-12-31' group by 1, 2, 3 order by 1, 2, 3`,
  `select extract(year from o.ordered) as y, sum(i.price * (1 - i.discount)) from part p, supplier s, item i, orders o, customer c, nation n, region r where p.id = i.part_id and s.id = i.supplier_id and i.order_id = o.id and o.customer_id = c.id and c.nation_id = n.id and n.region_id = r.id and r.name = 'region 1' and o.ordered between date '2022-01-01' and date '2023-12-31' and p.type = 'economy steel' group by 1 order by 1`,
  `select n.name, extract(year from o.ordered) as y, sum(i.price - f.cost * i.quantity) from part p, supplier s, item i, offer f, orders o, nation n where s.id = i.supplier_id and f.supplier_id = i.supplier_id and f.part_id = i.part_id and p.id = i.part_id and o.id = i.order_id and s.nation_id = n.id and p.name like '%green%' group by 1, 2 order by 1, 2 desc`,
  `select c.id, c.name, sum(i.price * (1 - i.discount)) as revenue, c.balance, n.name from customer c, orders o, item i, nation n where c.id = o.customer_id and i.order_id = o.id and o.ordered >= date '2023-10-01' and o.ordered < date '2024-01-01' and i.returned = 'R' and c.nation_id = n.id group by c.id, c.name, c.balance, n.name order by revenue desc limit 20`,
  `select f.part_id, sum(f.cost * f.available) as value from offer f, supplier s, nation n where f.supplier_id = s.id and s.nation_id = n.id and n.name = 'nation 4' group by f.part_id having sum(f.cost * f.available) > 100000 order by value desc`,
  `select i.mode, sum(case when o.priority in ('1', '2') then 1 else 0 end) from orders o, item i where o.id = i.order_id and i.mode in ('mail', 'ship') and i.committed < i.received and i.shipped < i.committed and i.received >= date '2023-01-01' and i.received < date '2024-01-01' group by i.mode order by i.mode`,
  `select n, count(*) from (select c.id, count(o.id) as n from customer c left join orders o on c.id = o.customer_id and o.comment not like '%special%requests%' group by c.id) as x group by n order by 2 desc, 1 desc`,
  `select 100 * sum(case when p.type like 'promo%' then i.price * (1 - i.discount) else 0 end) / sum(i.price * (1 - i.discount)) from item i, part p where i.part_id = p.id and i.shipped >= date '2023-09-01' and i.shipped < date '2023-10-01'`,
  `with revenue as (select supplier_id, sum(price * (1 - discount)) as total from item where shipped >= date '2023-01-01' and shipped < date '2023-04-01' group by supplier_id) select s.id, s.name, total from supplier s, revenue where s.id = supplier_id and total = (select max(total) from revenue) order by s.id`,
  `select p.brand, p.type, p.size, count(distinct f.supplier_id) as n from offer f, part p where p.id = f.part_id and p.brand <> 'brand 4' and p.type not like 'medium%' and p.size in (49, 14, 23, 45, 19, 3, 36, 9) and f.supplier_id not in (select id from supplier where comment like '%customer%complaints%') group by p.brand, p.type, p.size order by n desc, p.brand, p.type, p.size`,
  `select sum(i.price) / 7 from item i, part p where p.id = i.part_id and p.brand = 'brand 23' and p.container = 'box' and i.quantity < (select 0.2 * avg(i2.quantity) from item i2 where i2.part_id = p.id)`,
  `select c.name, c.id, o.id, o.ordered, o.total, sum(i.quantity) from customer c, orders o, item i where o.id in (select order_id from item group by order_id having sum(quantity) > 180) and c.id = o.customer_id and o.id = i.order_id group by c.name, c.id, o.id, o.ordered, o.total order by o.total desc, o.ordered limit 100`,
  `select sum(i.price * (1 - i.discount)) from item i, part p where p.id = i.part_id and i.mode in ('air', 'reg') and i.instruction = 'person' and ((p.brand = 'brand 12' and p.container = 'box' and i.quantity between 1 and 11 and p.size between 1 and 5) or (p.brand = 'brand 23' and p.container = 'bag' and i.quantity between 10 and 20 and p.size between 1 and 10))`,
  `select s.name from supplier s, nation n where s.id in (select f.supplier_id from offer f where f.part_id in (select id from part where name like 'dark%') and f.available > (select 0.5 * sum(i.quantity) from item i where i.part_id = f.part_id and i.supplier_id = f.supplier_id and i.shipped >= date '2023-01-01' and i.shipped < date '2024-01-01')) and s.nation_id = n.id and n.name = 'nation 9' order by s.name`,
  `select s.name, count(*) as waits from supplier s, item i1, orders o, nation n where s.id = i1.supplier_id and o.id = i1.order_id and o.status = 'F' and i1.received > i1.committed and exists (select 1 from item i2 where i2.order_id = i1.order_id and i2.supplier_id <> i1.supplier_id) and not exists (select 1 from item i3 where i3.order_id = i1.order_id and i3.supplier_id <> i1.supplier_id and i3.received > i3.committed) and s.nation_id = n.id and n.name = 'nation 12' group by s.name order by waits desc, s.name limit 100`,
  `select substring(c.phone from 1 for 2) as code, count(*), sum(c.balance) from customer c where substring(c.phone from 1 for 2) in ('13', '31', '23', '29', '30', '18', '17') and c.balance > (select avg(balance) from customer where balance > 0) and not exists (select 1 from orders o where o.customer_id = c.id) group by 1 order by 1`,
];

/** Analysis: few, large queries over many joins, in the 22 shapes of a well-known benchmark. */
export const trade: BenchWorkload = {
  name: 'trade',
  schema,
  rows,
  queries: queries.map((sql) => ({ sql, weight: 1 })),
};
