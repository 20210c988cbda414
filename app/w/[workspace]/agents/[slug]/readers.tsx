import { show, unlist } from '@/app/w/[workspace]/agents/[slug]/actions'
import { ListForm } from '@/app/w/[workspace]/agents/[slug]/list-form'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { Radio } from '@/components/ui/radio'
import { QuietForm } from '@/components/workspace/quiet-form'
import { mayDo, type Role } from '@/lib/access/roles'
import type { AgentOverview } from '@/lib/agents/overview'
import type { Visibility } from '@/lib/agents/publishing/visibility'
import { addresses } from '@/lib/report/addresses'

const SENTENCES: Readonly<Record<Visibility, string>> = {
  private: 'Only members of this workspace.',
  link: 'Members, and whoever has a link that was made by sharing it.',
  listed: 'Everybody: it stands in the public library.',
}

type Place = { readonly workspace: string; readonly slug: string }

/** Who can read what is published, and the ways to change it that whoever looks has. */
export function Readers({ place, agent, role }: { place: Place; agent: AgentOverview; role: Role }) {
  const { visibility, publicName } = agent
  const isListed = visibility === 'listed'
  const isReadable = agent.revisions.some(({ withdrawnAt }) => withdrawnAt === null)
  const mayList = mayDo(role, 'agent.list')
  return (
    <section aria-labelledby="readers">
      <h3 id="readers" className="text-lg">
        Who can read it
      </h3>
      <p className="prose mt-2 text-sm">{SENTENCES[visibility]}</p>
      {isListed && publicName !== null && (
        <p className="mt-1 text-sm">
          {isReadable ? (
            <>
              <Link href={addresses.listing(publicName)}>Open it in the library</Link> ·{' '}
              <Link href={`${addresses.listing(publicName)}#twins`}>Pass it on</Link>
            </>
          ) : (
            'Every revision is withdrawn, so nobody finds it there until the next is published.'
          )}
        </p>
      )}
      {!isListed && mayDo(role, 'agent.publish') && (
        <div className="mt-4">
          <QuietForm act={show} hidden={place} submit="Change who can read it">
            <Choice checked={visibility} />
          </QuietForm>
        </div>
      )}
      {mayList && !isListed && isReadable && (
        <div className="mt-6">
          <ListForm {...place} publicName={publicName ?? place.slug} isListed={false} />
        </div>
      )}
      {mayList && !isListed && !isReadable && (
        <p className="prose mt-3 text-xs text-ink-soft">
          Once a revision is published you can list it in the public library.
        </p>
      )}
      {mayList && isListed && isReadable && (
        <Fold className="mt-4" summary="Change its public name">
          <div className="mt-3">
            <ListForm {...place} publicName={publicName ?? place.slug} isListed />
          </div>
        </Fold>
      )}
      {mayList && isListed && (
        <Fold className="mt-3" summary="Take it out of the library">
          <div className="mt-4">
            <QuietForm act={unlist} hidden={place} submit="Unlist">
              <Choice checked="private" />
            </QuietForm>
          </div>
        </Fold>
      )}
      {!mayList && (
        <p className="prose mt-3 text-xs text-ink-soft">
          An owner of the workspace decides what is in the library.
        </p>
      )}
    </section>
  )
}

const Choice = ({ checked }: { checked: Visibility }) => (
  <fieldset className="space-y-2">
    <legend className="sr-only">Who can read it</legend>
    <Radio name="visibility" value="private" defaultChecked={checked === 'private'}>
      Private: members alone
    </Radio>
    <Radio name="visibility" value="link" defaultChecked={checked === 'link'}>
      By link: members, and whoever has a share link
    </Radio>
  </fieldset>
)
