import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What opens the embedded database: the content of `credentials.json`, mode 0600, beside the cluster. */
export type Credentials = z.infer<typeof schema>

const schema = z.strictObject({
  /** Of the cluster, as Postgres made it: a copy of a folder has the same one, another cluster never. */
  systemIdentifier: z.string().regex(/^\d+$/),
  /** Where the cluster is, when not in this folder. */
  cluster: z.string(),
  passwords: z.strictObject({ postgres: z.string(), fullscore_owner: z.string(), fullscore_app: z.string() }),
})

export type Role = keyof Credentials['passwords']

export const databaseName = 'fullscore'

const file = (folder: string): string => join(folder, 'credentials.json')

export function readCredentials(folder: string): Credentials | undefined {
  if (!existsSync(file(folder))) return undefined
  return schema.parse(JSON.parse(readFileSync(file(folder), 'utf8')))
}

export function writeCredentials(folder: string, credentials: Credentials): void {
  writeFileSync(file(folder), `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 })
}

export const newPasswords = (): Credentials['passwords'] => ({
  postgres: randomBytes(24).toString('base64url'),
  fullscore_owner: randomBytes(24).toString('base64url'),
  fullscore_app: randomBytes(24).toString('base64url'),
})

export const urlFor = (credentials: Credentials, role: Role, port: number, database = databaseName): string =>
  `postgresql://${role}:${credentials.passwords[role]}@127.0.0.1:${port}/${database}`
