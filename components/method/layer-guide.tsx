import { CertaintyMark } from '@/components/marks/certainty'
import { Part } from '@/components/method/part'
import { CERTAINTIES, CERTAINTY_TEXTS } from '@/lib/maestro/certainty'
import { CHAINS } from '@/lib/maestro/chains'
import { LAYERS, type Layer } from '@/lib/maestro/layers'

export function LayerGuide() {
  return (
    <Part id="layers" title="Layers, threats and chains">
      <p className="prose mb-4">
        MAESTRO, by the Cloud Security Alliance and Ken Huang, looks at an agent in seven layers. Security &
        Compliance stands upright: it cuts across all the others. A report says of each layer how firm its
        ground is.
      </p>
      <dl className="prose mb-8 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
        {CERTAINTIES.map((certainty) => (
          <div key={certainty} className="contents">
            <dt>
              <CertaintyMark certainty={certainty} />
            </dt>
            <dd>{CERTAINTY_TEXTS[certainty].explanation}</dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
        {LAYERS.map((layer) => (
          <LayerEntry key={layer.id} layer={layer} />
        ))}
      </div>
      <h3 className="mt-10 text-lg">Chains across layers</h3>
      <p className="prose mt-1 mb-4">Many threats only become one by passing from layer to layer.</p>
      <dl className="grid gap-x-12 gap-y-4 text-sm md:grid-cols-2">
        {CHAINS.map(({ id, name, layers, story }) => (
          <div key={id}>
            <dt className="font-semibold">
              {name} <span className="figures text-ink-soft">{layers.join(' → ')}</span>
            </dt>
            <dd>{story}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

function LayerEntry({ layer: { id, slug, name, about, threats } }: { layer: Layer }) {
  return (
    <section aria-labelledby={slug} className="border-t border-line pt-3 text-sm">
      <h3 id={slug} className="text-base">
        <span className="text-ink-faint">{id}</span> {name}
      </h3>
      <p className="text-ink-soft">{about}</p>
      <ul className="mt-2 space-y-1">
        {threats.map((threat) => (
          <li key={threat.name}>
            <b className="font-semibold">{threat.name}</b>: {threat.detail}
          </li>
        ))}
      </ul>
    </section>
  )
}
