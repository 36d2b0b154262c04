ALTER TABLE public.zoo ADD COLUMN "A" character varying(5)[];

ALTER TABLE public.zoo ADD COLUMN "B" timestamp(0) without time zone[];

ALTER TABLE public.zoo ADD COLUMN "C" double precision;

ALTER TABLE public.zoo ADD COLUMN "D" character varying;

ALTER TABLE public.zoo ADD COLUMN "E" jsonpath;

ALTER TABLE public.zoo ADD COLUMN a character(1);

ALTER TABLE public.zoo ADD COLUMN b character(5);

ALTER TABLE public.zoo ADD COLUMN c "char";

ALTER TABLE public.zoo ADD COLUMN d bit(1);

ALTER TABLE public.zoo ADD COLUMN e bit(8);

ALTER TABLE public.zoo ADD COLUMN f bit varying(3);

ALTER TABLE public.zoo ADD COLUMN g numeric(5,0);

ALTER TABLE public.zoo ADD COLUMN h numeric;

ALTER TABLE public.zoo ADD COLUMN i time(2) with time zone;

ALTER TABLE public.zoo ADD COLUMN j time without time zone;

ALTER TABLE public.zoo ADD COLUMN k timestamp(3) with time zone;

ALTER TABLE public.zoo ADD COLUMN l interval year to month;

ALTER TABLE public.zoo ADD COLUMN m interval second(2);

ALTER TABLE public.zoo ADD COLUMN n real;

ALTER TABLE public.zoo ADD COLUMN o real[];

ALTER TABLE public.zoo ADD COLUMN p name;

ALTER TABLE public.zoo ADD COLUMN q oid;

ALTER TABLE public.zoo ADD COLUMN r regclass;

ALTER TABLE public.zoo ADD COLUMN s xid8;

ALTER TABLE public.zoo ADD COLUMN t pg_lsn;

ALTER TABLE public.zoo ADD COLUMN u tsquery;

ALTER TABLE public.zoo ADD COLUMN v macaddr8;

ALTER TABLE public.zoo ADD COLUMN w cidr;

ALTER TABLE public.zoo ADD COLUMN x box;

ALTER TABLE public.zoo ADD COLUMN y int4multirange;

ALTER TABLE public.zoo ADD COLUMN z numrange[];

-- down

-- The column public.zoo."A" is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN "A";

-- The column public.zoo."B" is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN "B";

-- The column public.zoo."C" is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN "C";

-- The column public.zoo."D" is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN "D";

-- The column public.zoo."E" is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN "E";

-- The column public.zoo.a is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN a;

-- The column public.zoo.b is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN b;

-- The column public.zoo.c is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN c;

-- The column public.zoo.d is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN d;

-- The column public.zoo.e is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN e;

-- The column public.zoo.f is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN f;

-- The column public.zoo.g is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN g;

-- The column public.zoo.h is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN h;

-- The column public.zoo.i is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN i;

-- The column public.zoo.j is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN j;

-- The column public.zoo.k is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN k;

-- The column public.zoo.l is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN l;

-- The column public.zoo.m is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN m;

-- The column public.zoo.n is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN n;

-- The column public.zoo.o is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN o;

-- The column public.zoo.p is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN p;

-- The column public.zoo.q is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN q;

-- The column public.zoo.r is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN r;

-- The column public.zoo.s is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN s;

-- The column public.zoo.t is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN t;

-- The column public.zoo.u is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN u;

-- The column public.zoo.v is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN v;

-- The column public.zoo.w is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN w;

-- The column public.zoo.x is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN x;

-- The column public.zoo.y is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN y;

-- The column public.zoo.z is dropped with all that it holds.
ALTER TABLE public.zoo DROP COLUMN z;
