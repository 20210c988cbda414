import { Button } from '@/components/ui/button'
import { Field, Select, TextInput } from '@/components/ui/field'
import { type AuditFilter, formatSubject, SUBJECT_KINDS, type SubjectKind } from '@/lib/audit/filter'
import { AUDITED_ACTIONS } from '@/lib/audit/sentences'

type Option = readonly [value: string, label: string]

const KINDS: Readonly<Record<SubjectKind, string>> = {
  workspace: 'The workspace',
  member: 'Members',
  invitation: 'Invitations',
  agent: 'Agents',
  user: 'Accounts',
  share: 'Links',
  badge: 'Badge addresses',
  token: 'Tokens',
  run: 'Many agents at once',
  comparison: 'Comparisons',
  view: 'Saved views',
}

/** A plain form, as in the library: its answer is an address. */
export function FilterForm({
  filter: { person, action, subject, from, until },
  members,
  chosen,
}: {
  filter: AuditFilter
  members: readonly { readonly userId: string; readonly name: string }[]
  chosen: { readonly person: string | undefined; readonly subject: string | undefined }
}) {
  const people = members.map(({ userId, name }): Option => [userId, name])
  const subjects = SUBJECT_KINDS.map((kind): Option => [kind, KINDS[kind]])
  return (
    <search>
      <form className="mb-6 grid grid-cols-2 gap-3 border-y border-line py-5 md:grid-cols-[1.2fr_1.2fr_1.2fr_1fr_1fr_auto] md:items-end">
        <Field label="Person" className="col-span-2 md:col-span-1">
          <Select
            name="person"
            value={person}
            any="Anybody"
            options={including(people, person, chosen.person)}
          />
        </Field>
        <Field label="Action">
          <Select
            name="action"
            value={action}
            any="Any"
            options={AUDITED_ACTIONS.map((one) => [one, wordsOf(one)] as const)}
          />
        </Field>
        <Field label="Subject">
          <Select
            name="subject"
            value={subject && formatSubject(subject)}
            any="Any"
            options={including(subjects, subject && formatSubject(subject), chosen.subject)}
          />
        </Field>
        <Field label="First day">
          <TextInput type="date" name="from" defaultValue={from} />
        </Field>
        <Field label="Last day">
          <TextInput type="date" name="until" defaultValue={until} />
        </Field>
        <Button className="col-span-2 md:col-span-1">Apply</Button>
      </form>
    </search>
  )
}

/** What is chosen stands among the options, also where it is not offered otherwise. */
const including = (
  options: readonly Option[],
  value: string | undefined,
  name: string | undefined,
): readonly Option[] =>
  value === undefined || name === undefined || options.some(([one]) => one === value)
    ? options
    : [[value, name], ...options]

/** `agent.change-slug` as "agent: change slug". */
const wordsOf = (action: string): string => action.replace('.', ': ').replaceAll('-', ' ')
