import { savedSchema, storedSchema } from '@/lib/editor/protocol'
import type { Desk } from '@/scripts/bench/desk'
import { takeTurns, timeRequest } from '@/scripts/bench/requests'
import type { Measured } from '@/scripts/bench/table'

const SAVES = 100

/** The full document as the editor saves it, beside the shortest way of the same server to its database and back. */
export async function measureSaves({
  url,
  saveUrl,
  session,
  account,
  document,
}: Desk): Promise<readonly Measured[]> {
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const current = await timeRequest(url + saveUrl, { headers: { cookie } })
  let { version } = storedSchema.parse(JSON.parse(current.body))
  const save = async () => {
    const { ms, body } = await timeRequest(url + saveUrl, {
      method: 'PUT',
      headers: { cookie, origin: url, 'content-type': 'application/json' },
      body: JSON.stringify({ account, version, document: { ...document, name: `Save ${version}` } }),
    })
    version = savedSchema.parse(JSON.parse(body)).version
    return ms
  }
  const ping = async () => (await timeRequest(`${url}/api/health/ready`)).ms
  const { times, floor } = await takeTurns(SAVES, save, ping)
  return [
    { what: 'autosave of the full document', times, floor: { what: '/api/health/ready', times: floor } },
  ]
}
