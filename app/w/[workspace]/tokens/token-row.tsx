import { revoke } from '@/app/w/[workspace]/tokens/actions'
import { Entry } from '@/components/workspace/entries'
import { QuietForm } from '@/components/workspace/quiet-form'
import { formatDay, formatMinute } from '@/lib/report/dates'
import type { TokenLine } from '@/lib/tokens/list'

export function TokenRow({ workspace, token }: { workspace: string; token: TokenLine }) {
  const { id, name, ending, scopes, madeBy, madeAt, expiresAt, isExpired, lastUsedAt } = token
  const caveat = caveatOf(token)
  return (
    <Entry
      takeBack={
        <QuietForm
          act={revoke}
          hidden={{ workspace, tokenId: id }}
          submit="Revoke"
          describedBy={`token-${id}`}
        />
      }
    >
      <p>
        <span id={`token-${id}`} className="font-semibold">
          {name}
        </span>{' '}
        <span className="figures text-xs text-ink-soft">…{ending}</span>
      </p>
      <p>{scopes.join(', ')}</p>
      <p className="text-xs text-ink-soft">
        Created by {madeBy} on {day(madeAt)}, {isExpired ? 'expired' : 'expires'} on {day(expiresAt)}
      </p>
      <p className="text-xs text-ink-soft">
        Last used:{' '}
        {lastUsedAt === null ? (
          'never'
        ) : (
          <time dateTime={lastUsedAt.toISOString()}>{formatMinute(lastUsedAt)}</time>
        )}
      </p>
      {caveat !== undefined && <p className="text-xs font-medium text-medium-mark">{caveat}</p>}
    </Entry>
  )
}

const day = (date: Date) => <time dateTime={date.toISOString()}>{formatDay(date)}</time>

/** What of it opens nothing, and why. */
function caveatOf({ isExpired, makerRole, idleScopes, madeBy }: TokenLine): string | undefined {
  if (isExpired) return 'It has expired and opens nothing. Make a new one for the program that used it.'
  if (makerRole === null) return 'Its maker is no longer a member: it opens nothing.'
  if (idleScopes.length === 0) return undefined
  const role = makerRole === 'viewer' ? 'a viewer' : `an ${makerRole}`
  return `${madeBy} is ${role} now: ${idleScopes.join(' and ')} open${idleScopes.length === 1 ? 's' : ''} nothing.`
}
