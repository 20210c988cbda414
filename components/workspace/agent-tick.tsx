import { TICK_FORM, TICK_NAME } from '@/components/workspace/tick-form'

/** Chooses one agent of the list, to compare it or to do something to several. */
export const AgentTick = ({
  agent,
  name,
}: {
  /** As it stands in the address of a comparison. */
  agent: string
  name: string
}) => (
  <label className="inline-flex min-h-6 min-w-6 cursor-pointer items-center">
    <input
      type="checkbox"
      form={TICK_FORM}
      name={TICK_NAME}
      value={agent}
      data-name={name}
      className="size-4 accent-accent"
    />
    <span className="sr-only">Choose {name}</span>
  </label>
)
