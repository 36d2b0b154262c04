CREATE TABLE "Doc" (id int PRIMARY KEY, "Owner" name);
ALTER TABLE "Doc" ENABLE ROW LEVEL SECURITY;

CREATE POLICY "Users can read own ""Doc""s." ON "Doc" FOR SELECT TO "Report User" USING ("Owner" = current_user);
