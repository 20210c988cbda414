import { Tick } from '@/components/tray/tick'
import { AGENTS_MAX } from '@/lib/compare/compared-agent'

/** Puts a listed agent into the tray of the library. */
export const CompareTick = ({ agent, name }: { agent: string; name: string }) => (
  <Tick place="/compare" agent={agent} name={name} max={AGENTS_MAX}>
    Compare<span className="sr-only"> {name}</span>
  </Tick>
)
