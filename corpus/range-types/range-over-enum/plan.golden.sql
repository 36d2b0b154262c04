ALTER TYPE public.grade ADD VALUE 'D';

BEGIN;

CREATE TYPE public.graderange AS RANGE (
  SUBTYPE = public.grade,
  MULTIRANGE_TYPE_NAME = public.grademultirange
);

ALTER TABLE public.jobs ADD COLUMN grades public.graderange;

ALTER TABLE public.jobs ADD CONSTRAINT jobs_grades_check CHECK (NOT isempty(grades)) NOT VALID;

COMMIT;

-- Reads all of public.jobs while others go on reading and writing it.
-- Fails if rows of public.jobs break jobs_grades_check. To find them: SELECT * FROM public.jobs WHERE NOT (NOT isempty(grades))
ALTER TABLE public.jobs VALIDATE CONSTRAINT jobs_grades_check;

-- down

ALTER TABLE public.jobs DROP CONSTRAINT jobs_grades_check;

-- The column public.jobs.grades is dropped with all that it holds.
ALTER TABLE public.jobs DROP COLUMN grades;

DROP TYPE public.graderange;

-- The enum public.grade loses the value 'D'.
-- The migration fails where a column of type public.grade still holds the value 'D'. Give these rows another value first.
ALTER TYPE public.grade RENAME TO grade_plumb_old;

CREATE TYPE public.grade AS ENUM (
  'A',
  'B',
  'C'
);

-- public.jobs is written anew while nobody can read or write it: grade moves to the new type public.grade.
ALTER TABLE public.jobs ALTER COLUMN grade TYPE public.grade USING grade::text::public.grade;

DROP TYPE public.grade_plumb_old;
