import pg from 'pg'

/**
 * Gives the app's role its rights on everything the owner made, and no others. A table whose comment begins with
 * "append-only" can be read and added to, never changed: the migration that makes it says so,
 * `COMMENT ON TABLE audit_events IS 'append-only'`, because it cannot know the role's name.
 */
export async function grantAppRole(client: pg.Client, appRole: string): Promise<void> {
  const role = pg.escapeIdentifier(appRole)
  const { rows } = await client.query<{ name: string; append_only: boolean }>(
    `select relname as name, coalesce(obj_description(oid, 'pg_class') ~* '^append-only', false) as append_only
     from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
     and relname <> '_prisma_migrations'`,
  )
  const statements = [
    `GRANT USAGE ON SCHEMA public TO ${role}`,
    `REVOKE CREATE ON SCHEMA public FROM ${role}`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
    ...rows.map(({ name, append_only }) => {
      const rights = append_only ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE'
      return `GRANT ${rights} ON ${pg.escapeIdentifier(name)} TO ${role}`
    }),
  ]
  // One transaction, so that a node which is already running never sees the moment between.
  await client.query(['BEGIN', ...statements, 'COMMIT'].join(';\n'))
}
