import type { Env } from '@/lib/env'
import { type Registry, setRegistry } from '@/lib/registry'
import { keptSecret } from '@/lib/server/secret'

/** Fills what the whole process shares, from its environment and the database that it found. */
export function register(env: Env, databaseUrl: string, requests: Registry['requests']): void {
  setRegistry({
    databaseUrl,
    publicUrl: env.publicUrl,
    secret: env.secret ?? keptSecret(env.dataFolder),
    dataFolder: env.dataFolder,
    mail: env.mail,
    oidc: env.oidc,
    signupOpen: env.signupOpen,
    requests,
    closers: new Set(),
  })
}
