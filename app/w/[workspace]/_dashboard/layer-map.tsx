import { MapAgent } from '@/app/w/[workspace]/_dashboard/map-agent'
import { CountLink } from '@/components/marks/count-link'
import { HeatMap, HeatMapCell, HeatMapRow } from '@/components/marks/heat-map'
import type { UncertainAgent } from '@/lib/dashboard/attention'
import type { DashboardLinks } from '@/lib/dashboard/links'
import type { Standing } from '@/lib/dashboard/standing'
import { countText } from '@/lib/dashboard/words'
import { LAYERS } from '@/lib/maestro/layers'

/** The agents of which the fewest layers are certain, and which layers those are. */
export function LayerMap({
  agents,
  openLayers,
  links,
}: {
  agents: readonly UncertainAgent[]
  openLayers: Standing['openLayers']
  links: DashboardLinks
}) {
  return (
    <HeatMap
      label="Most uncertain agents by layer"
      columns={LAYERS.map(({ id, name }) => ({ id, name: `${id} ${name}` }))}
      foot={{
        head: 'Uncertain, of all agents',
        cells: openLayers.map(({ layer, agents }) => (
          <CountLink
            key={layer}
            count={agents}
            href={links.openLayer(layer)}
            text={countText(agents)}
            label={`uncertain in ${layer}`}
          />
        )),
      }}
    >
      <tbody>
        {agents.map((agent) => (
          <HeatMapRow key={agent.slug} head={<MapAgent agent={agent} links={links} />}>
            {LAYERS.map(({ id }) => {
              const isOpen = agent.uncertain.includes(id)
              return (
                <HeatMapCell key={id} shade={isOpen ? 'middle' : 'none'} href={links.layerOf(agent.slug, id)}>
                  {isOpen ? 'uncertain' : 'mapped'}
                </HeatMapCell>
              )
            })}
          </HeatMapRow>
        ))}
      </tbody>
    </HeatMap>
  )
}
