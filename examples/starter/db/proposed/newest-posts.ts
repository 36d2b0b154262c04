interface Client {
  query(text: string, values: readonly unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/** A page of the newest posts by its number, as it is often written; `db/queries/published-posts-page.sql` does better. */
export async function newestPosts(client: Client, page: number): Promise<readonly unknown[]> {
  const { rows } = await client.query(
    `select id, slug, title
     from app.posts
     where status = 'published' and deleted_at is null
     order by published_at desc, id desc
     limit 20 offset $1`,
    [page * 20],
  );
  return rows;
}
