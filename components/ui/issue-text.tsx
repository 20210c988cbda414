/** What is wrong with a control, right below it; the control names it with `aria-describedby`. */
export function IssueText({ id, issue }: { id: string; issue: string | undefined }) {
  return (
    <p id={id} className="min-h-0 text-xs text-high-mark">
      {issue}
    </p>
  )
}
