import { AgentColumns, Frame } from '@/components/comparison-document/frame'
import { Prose } from '@/components/prose'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { LayerRow } from '@/lib/compare/layer-rows'
import { COMPARISON_HEADINGS, NO_NARRATIVE } from '@/lib/compare/wording'

/** How certain each layer is, and what is said of it; where the certainty differs, it stands open. */
export function Layers({ view }: { view: ComparisonView }) {
  return (
    <section aria-labelledby="layers">
      <h2 id="layers">{COMPARISON_HEADINGS.layers}</h2>
      <Frame label="Certainty of each layer">
        <AgentColumns view={view} first="Layer" />
        <tbody>
          {view.layers.map((layer) => (
            <tr key={layer.id} className={layer.certaintyDiffers ? 'differs' : undefined}>
              <th scope="row">
                {layer.id} {layer.name}
                {layer.certaintyDiffers && <span className="sub">Certainty differs</span>}
              </th>
              {layer.cells.map(({ certainty, text }, place) => (
                <td key={view.agents[place]?.key} className={certainty ?? undefined}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Frame>
      {view.layers.map((layer) => (
        <Narratives key={layer.id} layer={layer} view={view} />
      ))}
    </section>
  )
}

const Narratives = ({ layer, view }: { layer: LayerRow; view: ComparisonView }) => (
  <details className="narratives" open={layer.certaintyDiffers}>
    <summary>
      <b>
        {layer.id} {layer.name}
      </b>
    </summary>
    <div className="columns">
      {layer.cells.map(({ text, narrative }, place) => {
        const agent = view.agents[place]
        return (
          <div key={agent?.key}>
            <h4>{agent?.name}</h4>
            <p className="certainty">{text}</p>
            {narrative === null ? <p>{NO_NARRATIVE}</p> : <Prose markdown={narrative} />}
          </div>
        )
      })}
    </div>
  </details>
)
