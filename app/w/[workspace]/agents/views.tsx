import { deleteView } from '@/app/w/[workspace]/agents/actions'
import { SaveViewForm } from '@/app/w/[workspace]/agents/save-view-form'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { QuietForm } from '@/components/workspace/quiet-form'
import type { SavedView } from '@/lib/agents/lists/views'

/** The lists that this workspace has given names, and the way to keep the one that is shown. */
export function Views({
  workspace,
  views,
  query,
  mayWrite,
}: {
  workspace: string
  views: readonly SavedView[]
  query: string
  mayWrite: boolean
}) {
  const home = `/w/${workspace}/agents`
  return (
    <section aria-label="Saved views" className="mb-5 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-sm">
      {views.map((view) => (
        <Link
          key={view.id}
          href={view.query === '' ? home : `${home}?${view.query}`}
          aria-current={view.query === query ? 'page' : undefined}
          className="max-w-full break-words aria-[current=page]:font-semibold aria-[current=page]:text-ink"
        >
          {view.name}
        </Link>
      ))}
      {mayWrite && (
        <Fold summary={views.length === 0 ? 'Save this view' : 'Save or delete views'} isQuiet>
          <div className="mt-3 mb-4 max-w-xl space-y-5">
            <SaveViewForm workspace={workspace} query={query} />
            {views.length > 0 && (
              <ul className="border-t border-line">
                {views.map((view) => (
                  <li
                    key={view.id}
                    className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2"
                  >
                    <span id={`view-${view.id}`} className="min-w-0 break-words">
                      {view.name}
                    </span>
                    <QuietForm
                      act={deleteView}
                      hidden={{ workspace, view: view.id }}
                      submit="Delete view"
                      describedBy={`view-${view.id}`}
                    />
                  </li>
                ))}
              </ul>
            )}
          </div>
        </Fold>
      )}
    </section>
  )
}
