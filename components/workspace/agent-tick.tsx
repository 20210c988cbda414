import { Tick } from '@/components/tray/tick'
import { TICKED_MAX } from '@/lib/bulk/deed-kinds'

/** Chooses one agent of a workspace, to compare it or to do something to several. */
export const AgentTick = ({ workspace, agent, name }: { workspace: string; agent: string; name: string }) => (
  <Tick place={`/w/${workspace}/compare`} agent={agent} name={name} max={TICKED_MAX}>
    <span className="sr-only">Choose {name}</span>
  </Tick>
)
