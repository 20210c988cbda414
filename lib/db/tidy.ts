import pg from 'pg'

/** After very much was written: indexes are complete, and plans are made for what is there. Only an owner may. */
export async function tidy(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'fullscore tidy' })
  client.on('error', () => {
    // The statement that is running, or the next one, fails with the reason.
  })
  await client.connect()
  try {
    await client.query("SET maintenance_work_mem = '256MB'")
    await client.query('VACUUM (ANALYZE)')
  } finally {
    await client.end()
  }
}
