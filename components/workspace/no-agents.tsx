/** Where nothing is yet, and what to do about it. */
export const NoAgents = ({ mayWrite }: { mayWrite: boolean }) => (
  <div className="prose py-4">
    <p className="text-lg font-semibold">No agents yet.</p>
    <p className="mt-2 text-sm text-ink-soft">
      {mayWrite
        ? 'An agent is one system that you look at. Begin with a name, a copy, or a document; write its threat model as a draft that only members see; publish it when it is complete.'
        : 'As soon as an editor of this workspace begins one, you can read it here.'}
    </p>
  </div>
)
