import { Prose } from '@/components/prose'
import { CERTAINTY_TEXTS } from '@/lib/maestro/certainty'
import type { LayerView } from '@/lib/report/report-detail'
import { certaintyMeaning, HEADINGS } from '@/lib/report/wording'

export function Layers({ layers }: { layers: readonly LayerView[] }) {
  return (
    <section aria-labelledby="layers">
      <h2 id="layers">{HEADINGS.layers}</h2>
      <Stack layers={layers} />
      <p className="lead">
        <b>{CERTAINTY_TEXTS.mapped.label}</b>: {certaintyMeaning('mapped')}{' '}
        <b>{CERTAINTY_TEXTS.uncertain.label}</b>: {certaintyMeaning('uncertain')}
      </p>
      {layers.map((layer) => (
        <section key={layer.id} className={`layer ${layer.certainty}`} aria-labelledby={layer.id}>
          <h3 id={layer.id}>
            <span className="id">{layer.id}</span> {layer.name}
          </h3>
          <p className="certainty">{layer.certaintyLabel}</p>
          <Prose markdown={layer.narrative} />
        </section>
      ))}
    </section>
  )
}

/** The layers as they stand on each other; the cross-cutting one is upright beside all of them. */
function Stack({ layers }: { layers: readonly LayerView[] }) {
  return (
    <ol className="stack" aria-label="The layers and how certain each is">
      {layers.map((layer) => (
        <li key={layer.id} className={`${layer.id} ${layer.certainty}`}>
          <a href={`#${layer.id}`}>
            <span className="id">{layer.id}</span> <span className="name">{layer.name}</span>{' '}
            <span className="mark">{layer.certaintyLabel}</span>
          </a>
        </li>
      ))}
    </ol>
  )
}
