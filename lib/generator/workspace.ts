import { z } from 'zod'
import { err, ok, type Result } from '@/lib/base/result'
import { type Bulk, openBulk } from '@/lib/db/bulk'

/** Where the agents go, and who is said to have written them. */
export type Target = {
  readonly workspaceId: string
  readonly slug: string
  readonly byline: string
  readonly authors: readonly string[]
}

const NEW_SLUG = 'generated'
const workspaceRows = z.array(
  z.object({ id: z.string(), slug: z.string(), public_name: z.string(), byline: z.string() }),
)
const userRows = z.array(z.object({ user_id: z.string() }))

/** The named workspace; else the only one that has members; else a new one, of whoever owned something first. */
export async function chooseTarget(url: string, slug: string | undefined): Promise<Result<Target, string>> {
  const bulk = await openBulk(url)
  try {
    const found = await find(bulk, slug)
    if (!found && slug !== undefined)
      return err(`There is no workspace “${slug}”. Write the last part of its address, as in /w/security.`)
    const { id, public_name, byline, ...workspace } = found ?? (await create(bulk))
    const members = await bulk.rows(
      "SELECT user_id FROM memberships WHERE workspace_id = $1 AND role <> 'viewer' ORDER BY created_at, user_id",
      [id],
    )
    return ok({
      workspaceId: id,
      slug: workspace.slug,
      byline: byline || public_name,
      authors: userRows.parse(members).map(({ user_id }) => user_id),
    })
  } finally {
    await bulk.close()
  }
}

async function find(bulk: Bulk, slug: string | undefined) {
  const columns = 'id, slug, public_name, byline'
  const named = async (wanted: string) =>
    workspaceRows.parse(await bulk.rows(`SELECT ${columns} FROM workspaces WHERE slug = $1`, [wanted]))[0]
  if (slug !== undefined) return named(slug)
  const peopled = workspaceRows.parse(
    await bulk.rows(
      `SELECT ${columns} FROM workspaces w
       WHERE EXISTS (SELECT 1 FROM memberships m WHERE m.workspace_id = w.id) LIMIT 2`,
    ),
  )
  return peopled.length === 1 ? peopled[0] : named(NEW_SLUG)
}

async function create(bulk: Bulk) {
  const [made] = workspaceRows.parse(
    await bulk.rows(
      `INSERT INTO workspaces (id, slug, public_name) VALUES (gen_random_uuid(), $1, 'Generated agents')
       RETURNING id, slug, public_name, byline`,
      [NEW_SLUG],
    ),
  )
  if (!made) throw new Error('The workspace was not made')
  await bulk.rows(
    `INSERT INTO memberships (workspace_id, user_id, role)
     SELECT $1::uuid, user_id, 'owner' FROM memberships WHERE role = 'owner' ORDER BY created_at, user_id LIMIT 1`,
    [made.id],
  )
  return made
}
